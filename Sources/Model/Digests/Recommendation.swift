/// How likely somebody says they are to recommend a brand: `NPS 9/10`.
///
/// It stands below the stars of an answer, and the lexicons know it.
package struct Recommendation: SurveyAnswer {
    package static let label = "NPS"
    package static let scale = 0...10

    package let points: Int

    package init?(points: Int) {
        guard Self.scale.contains(points) else { return nil }
        self.points = points
    }
}
