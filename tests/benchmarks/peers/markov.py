# SPDX-License-Identifier: GPL-3.0-or-later
"""markov.py FILE MEMBERS STATES: log-likelihoods of Markov chains of order 0 to 4 on the same steps, by numpy.

FILE: the states of each member in turn, all as many, as 32-bit integers.
"""

import os
import resource
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
try:
    import numpy
except ImportError:
    sys.exit(77)

members, base = int(sys.argv[2]), int(sys.argv[3])
states = numpy.fromfile(sys.argv[1], numpy.uint32).reshape(members, -1)
before = time.process_time()
cells = states[:, :-4].astype(numpy.int32)
for step in range(1, 5):
    cells = cells * base + states[:, step : step - 4 or None]
counts = numpy.bincount(cells.ravel(), minlength=base**5).reshape(-1, base)
log_likelihoods = []
for order in range(4, -1, -1):
    shares = counts / numpy.maximum(counts.sum(axis=1, keepdims=True), 1)
    log_likelihoods.append(float((counts * numpy.log(numpy.where(counts > 0, shares, 1))).sum()))
    if order > 0:
        counts = counts.reshape(base, -1).sum(axis=0).reshape(-1, base)
print("cpuSeconds", time.process_time() - before)
print("peakMiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print("logLikelihood", f"{log_likelihoods[0]:.12g}")
