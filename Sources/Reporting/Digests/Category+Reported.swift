package import Model

extension Model.Category.ID {
    static let salesLead: Self = "sales_lead"
    static let featureRequest: Self = "feature_request"
    static let incident: Self = "incident"
    static let technicalIssue: Self = "technical_issue"
    static let userContent: Self = "user_content"
    static let complaint: Self = "complaint"
    package static let praise: Self = "praise"
    static let question: Self = "question"
    static let churnRisk: Self = "churn_risk"

    /// Categories that ask for an answer, whatever the severity.
    package static let answerable: Set<Self> = [
        question, complaint, technicalIssue, churnRisk, salesLead,
    ]
}
