import Model

/// Reads `targets:` and `staffing:` of `rules/routing.yaml`.
struct PlanningReader {
    let brands: Register
    let teams: Register

    /// `nil` once a mistake is noted.
    func target(_ value: YAMLValue, noting errors: inout [RuleError]) -> Target? {
        let before = errors.count
        guard let fields = Fields<TargetKey>(value, noting: &errors) else { return nil }
        let measure = errors.noting(
            try fields.required(.measure).choice(of: "measure", Target.Measure.self))
        guard let measure else { return nil }
        let brand = errors.noting(
            try fields[.brand].map { value throws(RuleError) in try brands.id(meantBy: value) })
        let team = errors.noting(
            try fields[.team].map { value throws(RuleError) in try teams.id(meantBy: value) })
        // Of tickets the brand is not asked, of mentions not the team.
        let stranger = measure == .answeredInTime ? fields[.brand] : fields[.team]
        if let stranger {
            errors.append(RuleError(.strangeToMeasure(measure.rawValue), at: stranger.place))
        }
        let range = measure.range
        let atLeast = errors.noting(try fields[.atLeast]?.number(in: range))
        let atMost = errors.noting(try fields[.atMost]?.number(in: range))
        if (fields[.atLeast] == nil) == (fields[.atMost] == nil) {
            errors.append(RuleError(.oneBound, at: value.place))
        }
        guard errors.count == before,
            let bound = atLeast.map(Target.Bound.atLeast) ?? atMost.map(Target.Bound.atMost)
        else { return nil }
        return Target(
            measure: measure, brand: brand.map { Brand.ID($0) }, team: team.map { Team.ID($0) },
            bound: bound, place: value.place)
    }

    /// `nil` once a mistake is noted.
    func staffing(_ value: YAMLValue, noting errors: inout [RuleError]) -> StaffingRules? {
        guard let fields = Fields<StaffingKey>(value, noting: &errors) else { return nil }
        let handling = errors.noting(
            try fields.required(.handlingTime).duration(
                in: .seconds(1)...Duration.seconds(86_400), written: ("1s", "24h")))
        let within = errors.noting(
            try fields.required(.answerWithin).duration(
                in: .seconds(1)...Duration.seconds(7 * 86_400), written: ("1s", "7d")))
        let share = errors.noting(try fields[.shareWithin]?.number(in: 0.01...0.99))
        let answered = errors.noting(try fields[.answerShare]?.number(in: 0.001...1))
        guard let handling, let within else { return nil }
        return StaffingRules(
            handlingTime: handling, answerWithin: within, shareWithin: share ?? 0.8,
            answerShare: answered)
    }

    // MARK: - Private

    private enum TargetKey: String, CaseIterable {
        case measure, brand, team
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    private enum StaffingKey: String, CaseIterable {
        case handlingTime = "handling_time"
        case answerWithin = "answer_within"
        case shareWithin = "share_within"
        case answerShare = "answer_share"
    }
}

extension Target.Measure {
    /// What it can be.
    fileprivate var range: ClosedRange<Double> {
        switch self {
        case .positiveShare, .negativeShare, .shareOfVoice, .answeredInTime, .csat, .ces: 0...1
        case .netTone: -1...1
        case .mentionsPerDay: 0...1_000_000
        case .nps: -100...100
        }
    }
}
