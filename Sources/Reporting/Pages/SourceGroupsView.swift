import Model

/// Channels or regions side by side.
struct SourceGroupsView {
    struct Row {
        let groupName: String
        let groupSources: String
        let groupCounts: String
        let groupPositive: String
        let groupNegative: String
        let groupAsking: String
        let groupLeads: String
        let groupCourse: SparklineView?
    }

    let groupsAnchor: String
    let groupsTitle: String
    let groupHead: String
    let hasCourse: Bool
    let groupRows: [Row]

    /// The largest; `nil` where there is nothing to compare.
    ///
    /// - Parameter period: of the days they are counted by; `nil` where they are not.
    init?(
        _ groups: [SourceGroup]?, in period: Trends.Period?, anchor: String, title: String,
        head: String, words: PageWords
    ) {
        guard let groups, !groups.isEmpty else { return nil }
        groupsAnchor = anchor
        groupsTitle = title
        groupHead = head
        hasCourse = groups.contains { $0.daily != nil }
        groupRows = groups.prefix(Self.shown).map { group in
            Row(
                groupName: OutsideText.limited(group.name, to: 60),
                groupSources: words.report.number(group.sources),
                groupCounts: words.both(group.counts), groupPositive: words.both(group.positive),
                groupNegative: words.both(group.negative),
                groupAsking: words.both(group.needsAnswer),
                groupLeads: words.both(group.salesLeads),
                groupCourse: group.daily.map {
                    SparklineView(period?.ended($0.mentions) ?? $0.mentions)
                })
        }
    }

    static func both(
        channels: [SourceGroup]?, regions: [SourceGroup]?, in period: Trends.Period? = nil,
        words: PageWords, _ g: ChannelWords
    ) -> [Self] {
        [
            Self(
                channels, in: period, anchor: "channels", title: g.channels, head: g.channel,
                words: words),
            Self(
                regions, in: period, anchor: "regions", title: g.regions, head: g.region,
                words: words),
        ].compactMap(\.self)
    }

    // MARK: - Private

    private static let shown = 30
}
