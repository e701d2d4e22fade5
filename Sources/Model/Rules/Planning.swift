/// A goal that the rules set, and by which a trend report measures.
package struct Target: Hashable, Sendable {
    package enum Measure: String, Codable, Sendable, CaseIterable {
        /// Positive mentions among all but the undecided.
        case positiveShare = "positive_share"
        case negativeShare = "negative_share"
        /// (positive − negative) / all but undecided, −1 … 1.
        case netTone = "net_tone"
        case shareOfVoice = "share_of_voice"
        case mentionsPerDay = "mentions_per_day"
        /// Who give four stars or more, among those who give any.
        case csat
        /// The net promoter score, in points, −100 … 100.
        case nps
        /// Who say that the brand made it easy for them, among those who say how easy it was.
        case ces
        /// Tickets answered within their time among those that their systems told of.
        case answeredInTime = "answered_in_time"
    }

    /// What the measure must reach.
    package enum Bound: Hashable, Sendable {
        case atLeast(Double)
        case atMost(Double)
    }

    package let measure: Measure
    /// `nil` for all own brands together, and where the measure is of tickets.
    package let brand: Brand.ID?
    /// `nil` for all teams together, and where the measure is of mentions.
    package let team: Team.ID?
    package let bound: Bound
    package let place: FileLocation

    package init(
        measure: Measure, brand: Brand.ID? = nil, team: Team.ID? = nil, bound: Bound,
        place: FileLocation
    ) {
        self.measure = measure
        self.brand = brand
        self.team = team
        self.bound = bound
        self.place = place
    }
}

/// What it takes to answer one post, and how soon it should be taken up.
package struct StaffingRules: Hashable, Sendable {
    package let handlingTime: Duration
    /// How soon somebody should take up a post.
    package let answerWithin: Duration
    /// In which share of cases, above 0, below 1.
    package let shareWithin: Double
    /// Which share of the posts about own brands somebody has to answer, above 0, at most 1; `nil` for
    /// what is measured in the report's period.
    package let answerShare: Double?

    package init(
        handlingTime: Duration, answerWithin: Duration, shareWithin: Double,
        answerShare: Double? = nil
    ) {
        self.handlingTime = handlingTime
        self.answerWithin = answerWithin
        self.shareWithin = shareWithin
        self.answerShare = answerShare
    }
}
