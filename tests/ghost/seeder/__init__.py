# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a set-up Ghost database with a realistic paid community; see seed_ghost.py."""
