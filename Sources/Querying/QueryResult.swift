package import Model

/// Whether a text meets a query, and why.
package struct QueryResult: Hashable, Sendable {
    package let holds: Bool
    /// Where the terms stand that made the query hold, in reading order; empty when it does not.
    package let evidence: [QueryEvidence]
    /// The part of the query that did not hold, as one would type it; `nil` when all is met.
    package let failure: String?

    package init(holds: Bool, evidence: [QueryEvidence], failure: String?) {
        self.holds = holds
        self.evidence = evidence
        self.failure = failure
    }
}

/// One term of a query, and where the title or the text says it.
///
/// What is met by the author, the address or the language has no place, and no evidence.
package struct QueryEvidence: Hashable, Sendable {
    /// As the query has it.
    package let term: String
    package let field: TextField
    /// Unicode scalars of the field.
    package let range: Range<Int>

    package init(term: String, field: TextField, range: Range<Int>) {
        self.term = term
        self.field = field
        self.range = range
    }
}
