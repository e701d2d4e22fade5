import Model

/// Finds kinds of mentions that came much more often than before; see `AlertThreshold`.
///
/// A window that nobody heard is no measure; where neither the one before nor the same weekday was heard
/// there is no alert. What own brands say of themselves, and of competitors, alarms nobody.
struct AlertFinder<Failure: Error> {
    let words: ReportWords
    let names: ReportNames
    let window: Digest.Window
    let span: ReportWords.Span
    let bursts: BurstFinder<Failure>
    let own: OwnVoices
    /// Reads the weeks before.
    let history: () throws(Failure) -> AlertHistory

    func alerts(_ brands: [Brand], in periods: DigestPeriods) throws(Failure) -> [Digest.Alert] {
        var shown: Set<Int64> = []
        var alerts: [Digest.Alert] = []
        var weeks: HeardPeriod?
        var history: AlertHistory?
        for brand in brands {
            for kind in Digest.Alert.Kind.allCases {
                let alert = try alert(
                    kind, of: brand, in: periods, shown: &shown, reading: &weeks,
                    since: &history)
                if let alert { alerts.append(alert) }
            }
        }
        return alerts
    }

    // MARK: - Private

    private static var examplesShown: Int { 3 }

    private func alert(
        _ kind: Digest.Alert.Kind, of brand: Brand, in periods: DigestPeriods,
        shown: inout Set<Int64>, reading weeks: inout HeardPeriod?,
        since history: inout AlertHistory?
    ) throws(Failure) -> Digest.Alert? {
        func mentions(_ period: HeardPeriod) -> [BrandMention] {
            period.mentions(of: brand.id).filter { kind.covers($0) && !own.spoke($0.entry) }
        }
        let now = mentions(periods.now)
        let counts = Counts(of: now)
        let previous = Counts(of: mentions(periods.previous))
        let sameWeekday = Counts(of: mentions(periods.weekBefore))
        // Of a week that is the one before, and of a month it shares most days with the month before.
        let hasSameWeekday = periods.isWeekBeforeHeard && window.isShorterThanAWeek
        let near =
            (periods.isPreviousHeard ? [previous.mentions] : [])
            + (hasSameWeekday ? [sameWeekday.mentions] : [])
        guard !near.isEmpty, counts.mentions >= AlertThreshold.least(near: near) else { return nil }
        if history == nil { history = try self.history() }
        let before = history?.counts(of: kind, naming: brand.id) ?? []
        guard let threshold = AlertThreshold(near: near, before: before)?.mentions,
            counts.mentions >= threshold
        else { return nil }
        let examples = examples(of: now, shown: shown)
        shown.formUnion(examples.map(\.entry.story.id))
        // As it would have been judged by what came before it; the latest window is that one.
        let usual = AlertThreshold(
            near: hasSameWeekday ? [sameWeekday.mentions] : [], before: Array(before.dropFirst()))
        let burst = try bursts.burst(
            now, of: brand.id, in: periods, before: mentions(periods.previous),
            goesOn: usual.map { previous.mentions >= $0.mentions } ?? false, reading: &weeks)
        var alert = Digest.Alert(
            kind: kind, brand: brand.id, counts: counts, previous: previous,
            sameWeekday: sameWeekday, threshold: threshold,
            sentence: words.alert(
                kind, brand: brand.name, isCompetitor: brand.kind == .competitor, counts: counts,
                previous: periods.isPreviousHeard ? previous : nil,
                sameWeekday: hasSameWeekday ? sameWeekday : nil, span: span)
                + (burst.echo.map { words.isBack(bursts.calendar.moment(of: $0.beganAt)) } ?? ""),
            mentions: examples.map(\.id))
        alert.burst = burst
        if !periods.isPreviousHeard { alert.previousUnheard = true }
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
}

extension BrandMention {
    /// Less for what is graver.
    var gravity: (Int, Double, Int64) {
        let rank = Severity.allCases.count { $0 > entry.severity }
        return (rank, tone.score, entry.sequence)
    }
}
