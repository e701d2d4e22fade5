import Classifying
import Learning
import Model
import Pipeline
import Tokenizing

/// A set of texts, and the labels that ask for a category.
///
/// Where none does, what is measured is how many of the texts are spared it.
struct CategorySet {
    let set: String
    /// What a figure calls the texts that should be given the category.
    let name: String
    let category: Category.ID
    var wanted: Set<String> = []
    /// Those of which people may think either way.
    var passedOver: Set<String> = []

    static let all = [
        CategorySet(set: "app_reviews_maalej", label: "bug_report", category: "technical_issue"),
        CategorySet(
            set: "app_reviews_maalej", label: "feature_request", category: "feature_request"),
        CategorySet(
            set: "purchase_intent_tweets", label: "purchase_intent", category: "sales_lead"),
        CategorySet(set: "sms_spam", label: "spam", category: "spam"),
        CategorySet(
            set: "banking77", name: "failing", category: "technical_issue", wanted: failures,
            passedOver: refusals),
        CategorySet(set: "banking77", label: "terminate_account", category: "churn_risk"),
        CategorySet(set: "crisislex_t26", name: "lead", category: "sales_lead"),
        CategorySet(set: "crisislex_t26", name: "wish", category: "feature_request"),
        CategorySet(set: "crisislex_t26", name: "churn", category: "churn_risk"),
        CategorySet(set: "crisislex_t26", name: "spam", category: "spam"),
    ]

    /// By the rules as they are and, where there are texts enough that ask for the category and that do not, by
    /// five-fold cross-validation of what is learnt beside them.
    ///
    /// - Returns: nothing, once told, when the set is not there.
    func figures(_ data: QualityData, _ rules: Rules) throws -> [QualityFigure] {
        let rows = try data.rows(of: set, in: "intent").filter { row in
            passedOver.isDisjoint(with: row.labels ?? [row.label])
        }
        guard !rows.isEmpty else { return [] }
        let shipped = figure(rows, rules)
        let texts = rows.map { row in
            CategoryTexts.Text(
                text: row.text,
                isOfCategory: !wanted.isDisjoint(with: row.labels ?? [row.label]))
        }
        let asking = texts.count(where: \.isOfCategory)
        let fewer = min(asking, texts.count - asking)
        guard fewer >= CategoryTraining.leastTexts else { return [shipped] }
        let training = try CategoryTraining(
            category: category, language: .english,
            sets: [CategoryTexts(name: set, texts: texts)], rules: rules)
        let learnt = training.crossValidation().map {
            QualityFigure(set: set, way: "learnt", $0.matrix)
        }
        return [shipped] + learnt
    }

    // MARK: - Private

    private func figure(_ rows: [QualityData.Row], _ rules: Rules) -> QualityFigure {
        let classifier = Classifier(rules: rules)
        var matrix = ConfusionMatrix(labels: [name, "other"])
        for row in rows {
            let labels = Set(row.labels ?? [row.label])
            let tags = classifier.tags(
                for: EntryText(text: row.text, language: .english), title: Words(of: ""),
                text: Words(of: row.text), mentions: [])
            let isGiven = tags.categories.contains { $0.id == category }
            matrix.add(
                right: labels.isDisjoint(with: wanted) ? "other" : name,
                given: isGiven ? name : "other")
        }
        return QualityFigure(set: set, way: name, matrix)
    }

    private static let failures: Set = [
        "card_not_working", "contactless_not_working", "virtual_card_not_working",
        "top_up_failed", "failed_transfer",
    ]
    /// A bank may mean to refuse, and may be slow where nothing fails.
    private static let refusals: Set = [
        "declined_card_payment", "declined_cash_withdrawal", "declined_transfer",
        "beneficiary_not_allowed", "unable_to_verify_identity", "reverted_card_payment?",
        "top_up_reverted", "pin_blocked", "card_swallowed", "card_acceptance",
        "wrong_amount_of_cash_received", "Refund_not_showing_up",
        "transfer_not_received_by_recipient", "balance_not_updated_after_bank_transfer",
        "balance_not_updated_after_cheque_or_cash_deposit",
    ]
}

extension CategorySet {
    /// One whose label is what the figure is called.
    fileprivate init(set: String, label: String, category: Category.ID) {
        self.init(set: set, name: label, category: category, wanted: [label])
    }
}
