/// How far somebody agrees that a brand made it easy for them: `CES 6/7`.
///
/// It stands below the stars of an answer and what it says of recommending.
package struct CustomerEffort: SurveyAnswer {
    package static let label = "CES"
    /// From strongly disagrees to strongly agrees.
    package static let scale = 1...7

    package let points: Int

    package init?(points: Int) {
        guard Self.scale.contains(points) else { return nil }
        self.points = points
    }
}
