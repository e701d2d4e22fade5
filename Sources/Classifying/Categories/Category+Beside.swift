package import Model

extension Category.ID {
    /// The most that a text may count for a category beside its keywords and its tone: by what is asked in it,
    /// by who leaves a brand, and by whom blame is said to; 0 for most categories.
    ///
    /// Of values of facets nothing else is counted, whatever their ids.
    package var mostBesideKeywords: Double {
        switch self {
        case "churn_risk", "question": CategoryRater.needed
        case "sales_lead": CategoryRater.seeking
        case "complaint": CategoryRater.saidToBrand
        default: 0
        }
    }
}
