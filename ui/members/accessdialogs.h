// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/formdialog.h"

class QComboBox;
class QLineEdit;

namespace lyceum::ui {

class OptionalDay;

/// The day that is proposed for the end of something that is given now: a month from now.
[[nodiscard]] qint64 proposedEnd(const PageContext& context);
/// A box with the tiers that can be given away: those that cost money and are not put away. The data of an item is its id.
[[nodiscard]] QComboBox* tierBox(const QList<Tier>& tiers);

/// Which tier is given without payment, and until when.
class ComplimentaryDialog final : public FormDialog {
    Q_OBJECT

public:
    ComplimentaryDialog(const PageContext& context, const QList<Tier>& tiers, qsizetype members, QWidget* parent);

    [[nodiscard]] workspace::Complimentary complimentary() const;
    [[nodiscard]] QString tierName() const;

protected:
    [[nodiscard]] bool check() override;

private:
    QComboBox* m_tier;
    OptionalDay* m_until;
};

/// Why somebody may not comment, and until when.
class CommentingDialog final : public FormDialog {
    Q_OBJECT

public:
    CommentingDialog(const PageContext& context, qsizetype members, QWidget* parent);

    [[nodiscard]] workspace::CommentingBan ban() const;

protected:
    [[nodiscard]] bool check() override;

private:
    QLineEdit* m_reason;
    OptionalDay* m_until;
};

} // namespace lyceum::ui
