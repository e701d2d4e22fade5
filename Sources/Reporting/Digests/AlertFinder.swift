import Model

/// Finds kinds of mentions that came much more often than before.
///
/// With b the larger count of the previous window and of the same weekday, an alert is given from
/// max(5, b + 3·√max(b, 1)) mentions: three standard deviations of a Poisson count, and never for a
/// handful. A window before we listened is no measure; with neither there is no alert.
struct AlertFinder<Failure: Error> {
    let words: ReportWords
    let names: ReportNames
    let window: Digest.Window
    let span: ReportWords.Span
    let bursts: BurstFinder<Failure>

    func alerts(_ brands: [Brand], in periods: DigestPeriods) throws(Failure) -> [Digest.Alert] {
        var shown: Set<Int64> = []
        var alerts: [Digest.Alert] = []
        var weeks: HeardPeriod?
        for brand in brands {
            for kind in Digest.Alert.Kind.allCases {
                let alert = try alert(
                    kind, of: brand, in: periods, shown: &shown, reading: &weeks)
                if let alert { alerts.append(alert) }
            }
        }
        return alerts
    }

    /// The number of mentions from which an alert is given, where `usual` is the larger of the
    /// counts before.
    static func threshold(usual: Int) -> Int {
        let spread = Double(max(usual, 1)).squareRoot()
        return max(floor, usual + Int((3 * spread).rounded(.up)))
    }

    // MARK: - Private

    private static var floor: Int { 5 }
    private static var examplesShown: Int { 3 }

    private func alert(
        _ kind: Digest.Alert.Kind, of brand: Brand, in periods: DigestPeriods,
        shown: inout Set<Int64>, reading weeks: inout HeardPeriod?
    ) throws(Failure) -> Digest.Alert? {
        func mentions(_ period: HeardPeriod) -> [BrandMention] {
            period.mentions(of: brand.id).filter { isMeant($0, by: kind) }
        }
        let now = mentions(periods.now)
        let counts = Counts(of: now)
        let previous = Counts(of: mentions(periods.previous))
        let sameWeekday = Counts(of: mentions(periods.weekBefore))
        let measures =
            (periods.isPreviousHeard ? [previous.mentions] : [])
            + (periods.isWeekBeforeHeard ? [sameWeekday.mentions] : [])
        guard let usual = measures.max() else { return nil }
        let threshold = Self.threshold(usual: usual)
        guard counts.mentions >= threshold else { return nil }
        let examples = examples(of: now, shown: shown)
        shown.formUnion(examples.map(\.entry.story.id))
        let burst = try bursts.burst(
            now, of: brand.id, in: periods, before: mentions(periods.previous),
            reading: &weeks)
        var alert = Digest.Alert(
            kind: kind, brand: brand.id, counts: counts, previous: previous,
            sameWeekday: sameWeekday, threshold: threshold,
            sentence: words.alert(
                kind, brand: brand.name, counts: counts, previous: previous,
                sameWeekday: window.isShorterThanAWeek && periods.isWeekBeforeHeard
                    ? sameWeekday : nil, span: span)
                + (burst.echo.map { words.isBack(bursts.calendar.moment(of: $0.beganAt)) } ?? ""),
            mentions: examples.map(\.id))
        alert.burst = burst
        if !periods.isWeekBeforeHeard { alert.sameWeekdayUnheard = true }
        return alert
    }

    /// The gravest, then the most negative: one of a story, and from different sources as far as
    /// there are enough.
    ///
    /// - Parameter shown: stories that an alert before it shows, for which others go first.
    private func examples(of mentions: [BrandMention], shown: Set<Int64>) -> [BrandMention] {
        let stories = mentions.sorted { $0.gravity < $1.gravity }.firstOfEachStory
        let gravest =
            stories.filter { !shown.contains($0.entry.story.id) }
            + stories.filter { shown.contains($0.entry.story.id) }
        var heard: Set<String> = []
        var ofNewSources: [BrandMention] = []
        var others: [BrandMention] = []
        for mention in gravest {
            if heard.insert(names.source(of: mention.entry.feed)).inserted {
                ofNewSources.append(mention)
            } else {
                others.append(mention)
            }
        }
        return Array((ofNewSources + others).prefix(Self.examplesShown))
    }

    private func isMeant(_ mention: BrandMention, by kind: Digest.Alert.Kind) -> Bool {
        switch kind {
        case .negative: mention.tone.label == .negative
        case .incident: mention.entry.has(.incident)
        }
    }
}

extension BrandMention {
    /// Less for what is graver.
    var gravity: (Int, Double, Int64) {
        let rank = Severity.allCases.count { $0 > entry.severity }
        return (rank, tone.score, entry.sequence)
    }
}
