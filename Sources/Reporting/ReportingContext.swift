package import Model

/// What reports need to know besides the entries: the rules, and what made them.
package struct ReportingContext: Sendable {
    package internal(set) var brands: [Brand]
    package let categories: [Model.Category]
    package let routing: Routing
    /// In which the reports are written.
    package let language: ReportLanguage
    /// SHA-256 of the rules in force.
    package let rulesHash: String
    package let programVersion: String
    /// How many mentions a digest lists in full, beyond those its other lists refer to.
    package let listedMentions: Int
    /// The facets of the rules, which tell what mentions are about beside their categories; may be
    /// empty.
    package var facets: [Facet] = []
    package var locations: [Location] = []
    /// Names of sources that are not polled: imported ones, and those that are switched off.
    package var unpolledNames: [Feed.ID: String] = [:]
    /// The sources of the feeds, as far as the feeds files have them.
    package var sources: [Feed.ID: Source] = [:]
    /// Of which period a digest is, and whose.
    package var scope = Digest.Scope(period: .day)
    /// The feeds a digest tells of; `nil` for all.
    package var feeds: Set<Feed.ID>?
    /// Whose mentions the report is narrowed to, beyond what a scope can say: several brands or teams.
    package var audience = NoticeRule.Audience()

    package init(
        brands: [Brand], categories: [Model.Category], routing: Routing,
        language: ReportLanguage = .english, rulesHash: String, programVersion: String,
        listedMentions: Int = 500
    ) {
        self.brands = brands
        self.categories = categories
        self.routing = routing
        self.language = language
        self.rulesHash = rulesHash
        self.programVersion = programVersion
        self.listedMentions = listedMentions
    }

    var origin: ReportOrigin {
        ReportOrigin(
            rulesHash: rulesHash, programVersion: programVersion, language: language)
    }

    /// Own brands, then competitors, then topics, each in the order of the rules.
    var brandsInOrder: [Brand] {
        Brand.Kind.allCases.flatMap { kind in brands.filter { $0.kind == kind } }
    }

    var ownBrands: Set<Brand.ID> { Set(brands.filter { $0.kind == .own }.map(\.id)) }

    /// Whether a report was asked for of competitors or topics alone.
    var isOfOthers: Bool {
        let wanted = wantedBrands
        return !wanted.isEmpty && !wanted.contains { $0.kind == .own }
    }

    /// The brands that a report goes into: own ones, or the competitors or topics alone that it was asked for.
    ///
    /// What mentions are about, channels, regions and what recurs are counted for these. Where they are
    /// others', so is what stands out.
    var brandsInDepth: Set<Brand.ID> {
        isOfOthers ? Set(wantedBrands.map(\.id)) : ownBrands
    }

    /// The brands a digest tells of: all, or the wanted ones with their competitors and topics.
    ///
    /// These are the ones of the same markets; a topic without a market belongs to every market.
    var brandsInScope: [Brand] {
        let wanted = wantedBrands
        guard !wanted.isEmpty else { return brandsInOrder }
        let kinds = Set(wanted.map(\.kind))
        let markets = Set(wanted.map(\.market))
        return wanted
            + brandsInOrder.filter { brand in
                let isOfAll = brand.kind == .topic && brand.market == nil
                return !kinds.contains(brand.kind) && (isOfAll || markets.contains(brand.market))
            }
    }

    /// The own brands for which somebody should answer: all, or those wanted.
    var brandsToAnswerFor: Set<Brand.ID> {
        let wanted = wantedBrands
        return wanted.isEmpty
            ? ownBrands : Set(wanted.filter { $0.kind == .own }.map(\.id))
    }

    /// The brands of whose bursts a digest tells: own ones, and behind them competitors where they are
    /// asked for; or the competitors or topics that it is of.
    var brandsAlertedOf: [Brand] {
        guard !isOfOthers else { return wantedBrands }
        let brands = brandsInScope
        return brands.filter { $0.kind == .own }
            + (audience.isAlertedOfCompetitors ? brands.filter { $0.kind == .competitor } : [])
    }

    var calendar: LocalCalendar {
        LocalCalendar(timeZone: routing.timeZone)
    }
}
