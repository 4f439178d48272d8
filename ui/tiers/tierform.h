// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace lyceum::ui {

class CheckedForm;
class LineListEdit;

/// A tier to be made or changed. What was typed stays until it is saved or given up; what is wrong is said beside the field.
class TierForm final : public QWidget {
    Q_OBJECT

public:
    /// What stands in the fields, whether or not it could be saved.
    struct Draft {
        QString name;
        QString description;
        QString currency;
        QString monthly;
        QString yearly;
        int trialDays = 0;
        bool visible = true;
        QStringList benefits;

        friend bool operator==(const Draft&, const Draft&) = default;
    };

    explicit TierForm(const PageContext& context, QWidget* parent = nullptr);

    /// An invalid id is a tier to be made. With `draft`, what somebody had begun to type.
    void showTier(const Tier& tier, const std::optional<Draft>& draft = {});
    [[nodiscard]] TierId tierId() const { return m_tier.id; }
    [[nodiscard]] bool isDirty() const { return draft() != m_saved; }
    [[nodiscard]] Draft draft() const;
    void setBusy(bool busy);
    /// Says it beside the field it is about; false when it is about none.
    bool showProblem(const Error& error);
    void takeFocus();

Q_SIGNALS:
    void saveRequested(lyceum::TierId tier, const lyceum::workspace::TierEdit& edit);
    void archiveRequested(lyceum::TierId tier, bool active); ///< false: put it away
    void givenUp(); ///< back to what is saved

private:
    void buildFields();
    void fill(const Draft& draft);
    [[nodiscard]] Draft draftOf(const Tier& tier) const;
    [[nodiscard]] bool check();
    void checkPrice(const QString& field, const QString& text);
    void save();
    void follow();

    PageContext m_context;
    CheckedForm* m_form;
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    QComboBox* m_currency;
    QLineEdit* m_monthly;
    QLineEdit* m_yearly;
    QSpinBox* m_trial;
    QCheckBox* m_visible;
    LineListEdit* m_benefits;
    QPushButton* m_save;
    QPushButton* m_giveUp;
    QPushButton* m_archive;
    Tier m_tier;
    Draft m_saved;
    bool m_isBusy = false;
};

} // namespace lyceum::ui
