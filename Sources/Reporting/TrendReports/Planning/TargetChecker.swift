import Model

/// Measures by the targets of the rules.
struct TargetChecker {
    let brands: [Trends.BrandTrend]
    /// The length of the period in days.
    let days: Double
    let tickets: TicketStanding?
    let names: ReportNames
    let words: ReportWords

    func result(of target: Target) -> Trends.TargetResult {
        let exact = value(of: target)
        let isMet = exact.map(target.bound.isMet)
        // What missed its target by less than a ten-thousandth is not rounded to one that met it.
        let value = exact.map { exact in
            let rounded = exact.rounded(decimals: 4)
            return target.bound.isMet(by: rounded) == isMet ? rounded : exact
        }
        let whose = target.brand.map(names.name(of:)) ?? target.team.map(names.name(of:))
        var atLeast: Double?
        var atMost: Double?
        switch target.bound {
        case .atLeast(let bound): atLeast = bound
        case .atMost(let bound): atMost = bound
        }
        return Trends.TargetResult(
            measure: target.measure, brand: target.brand, team: target.team, atLeast: atLeast,
            atMost: atMost, value: value, isMet: isMet,
            // Told as in the tables of the page, which are made of counts: rounded once.
            sentence: words.target(target, of: whose, value: exact, isMet: isMet))
    }

    // MARK: - Private

    private func value(of target: Target) -> Double? {
        let meant = brands.filter { brand in
            target.brand.map { $0 == brand.id } ?? (brand.kind == .own)
        }
        func sum(_ label: Sentiment.Label) -> Double {
            Double(meant.map { $0.tone[label].mentions }.total)
        }
        let mentions = Double(meant.map(\.counts.mentions).total)
        let decided = mentions - sum(.undecided)
        func share(_ part: Double, of all: Double) -> Double? { all > 0 ? part / all : nil }
        switch target.measure {
        case .positiveShare: return share(sum(.positive), of: decided)
        case .negativeShare: return share(sum(.negative), of: decided)
        case .netTone: return share(sum(.positive) - sum(.negative), of: decided)
        case .shareOfVoice:
            let markets = Set(meant.map(\.market))
            let voices = brands.filter { $0.kind != .topic && markets.contains($0.market) }
            return share(mentions, of: Double(voices.map(\.counts.mentions).total))
        case .mentionsPerDay: return days > 0 ? mentions / days : nil
        case .csat:
            let given = meant.compactMap(\.rating)
            return answered(
                given.map { $0.spread.dropFirst(3).map(\.mentions).total }.total,
                of: given.map(\.counts))
        case .nps:
            let given = meant.compactMap(\.nps)
            return answered(
                given.map { 100 * ($0.promoters.mentions - $0.detractors.mentions) }.total,
                of: given.map(\.counts))
        case .ces:
            let given = meant.compactMap(\.ces)
            return answered(given.map(\.easy.mentions).total, of: given.map(\.counts))
        case .answeredInTime:
            let teams = (tickets?.teams ?? []).filter { team in
                target.team.map { $0 == team.team } ?? true
            }
            let inTime = teams.compactMap(\.inTime).total
            return share(Double(inTime), of: Double(inTime + teams.map(\.late).total))
        }
    }

    /// - Returns: `nil` of too few answers, as they are told of a brand.
    private func answered(_ part: Int, of answers: [Counts]) -> Double? {
        let all = answers.map(\.mentions).total
        return all < Rating.fewestAnswers ? nil : Double(part) / Double(all)
    }
}

extension Target.Bound {
    fileprivate func isMet(by value: Double) -> Bool {
        switch self {
        case .atLeast(let bound): value >= bound
        case .atMost(let bound): value <= bound
        }
    }
}
