// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace lyceum::ui {

class LabelsEdit;
class OptionalDay;

/// One member's fields, to be changed, or of somebody new. What it asks for is only what differs from how the member is.
class MemberDialog final : public FormDialog {
    Q_OBJECT

public:
    struct Content {
        std::optional<workspace::MemberPage> page; ///< none: somebody new
        QList<Label> labels; ///< all there are
        QList<Tier> tiers;
        QList<Newsletter> newsletters;
    };

    MemberDialog(const PageContext& context, Content content, QWidget* parent);

    [[nodiscard]] workspace::MemberEdit edit() const; ///< empty when nothing differs
    [[nodiscard]] workspace::NewMember newMember() const;
    [[nodiscard]] QString displayName() const; ///< the name, or the address of who has none

protected:
    [[nodiscard]] bool check() override;

private:
    void buildSets();
    void buildAccess();
    void buildCommenting();
    void fill();
    void followBoxes();
    [[nodiscard]] QList<NewsletterId> chosenNewsletters() const;
    [[nodiscard]] std::optional<workspace::Complimentary> complimentary() const;
    [[nodiscard]] std::optional<workspace::CommentingBan> ban() const;
    [[nodiscard]] std::optional<workspace::Complimentary> complimentaryBefore() const;
    [[nodiscard]] std::optional<workspace::CommentingBan> banBefore() const;
    void addLabelChanges(workspace::MemberEdit& edit) const;
    void addNewsletterChanges(workspace::MemberEdit& edit) const;

    Content m_content;
    QLineEdit* m_email;
    QLineEdit* m_name;
    QPlainTextEdit* m_note;
    LabelsEdit* m_labels;
    QList<QCheckBox*> m_newsletters; ///< beside those of the content that are active
    QList<NewsletterId> m_newsletterIds;
    QCheckBox* m_isComplimentary;
    QComboBox* m_tier;
    OptionalDay* m_accessEnd;
    QCheckBox* m_isSilenced;
    QLineEdit* m_reason;
    OptionalDay* m_silenceEnd;
};

} // namespace lyceum::ui
