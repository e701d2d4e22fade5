package import Model

// What belongs to the part that a report is narrowed to: of entries, tickets and corrections.

extension ReportingContext {
    /// Whether a report tells of an entry that names one of its brands.
    func tellsOf(_ entry: HeardEntry) -> Bool {
        isFor(entry.tags.team) && isGraveEnough(entry.tags.severity) && isAbout(entry)
    }

    /// Those that a digest is of; empty for all.
    var wantedBrands: [Brand] {
        guard scope.brand != nil || !audience.brands.isEmpty else { return [] }
        return brandsInOrder.filter { brand in
            brand.id == scope.brand || audience.brands.contains(brand.id)
        }
    }

    /// Whether a digest tells of a part of what was heard, and not of everything.
    package var isNarrowed: Bool {
        !scope.isWhole || !audience.teams.isEmpty || isNarrowedByEntries
    }

    /// Whether it depends on the entries of a ticket whether a digest tells of it: whose a ticket is and
    /// how grave, it says itself.
    package var isNarrowedByEntries: Bool {
        var rest = scope
        rest.team = nil
        rest.severityAtLeast = nil
        return !rest.isWhole || feeds != nil || !audience.brands.isEmpty
            || !audience.regions.isEmpty || !audience.categories.isEmpty
            || !audience.locations.isEmpty
    }

    /// Whether it may tell of some posts of a source and not of others.
    var isNarrowedWithinSources: Bool {
        scope != Digest.Scope(period: scope.period, region: scope.region, name: scope.name)
            || !audience.brands.isEmpty || !audience.teams.isEmpty
            || !audience.categories.isEmpty || !audience.locations.isEmpty
    }

    /// Whether it may say which share of all that is said each brand has.
    ///
    /// The posts of one team do not tell how much is said in all. Nor do the severe ones, as rules for
    /// severity may ask whose brand it is.
    var hasShares: Bool { scope.team == nil && scope.severityAtLeast == nil }

    /// The tickets that a digest tells of, in the order given.
    ///
    /// One of a ticket's entries has to be all that the digest is narrowed to, at once. A ticket whose
    /// entries are forgotten is told of where its team and severity suffice.
    ///
    /// - Parameter told: the entries that each ticket was told of.
    package func tickets(
        _ tickets: [TrackedTicket], telling told: [TrackedTicket.Name: [HeardEntry]] = [:]
    ) -> [TrackedTicket] {
        let wanted = Set(wantedBrands.map(\.id))
        return tickets.filter { ticket in
            isFor(ticket.team) && isGraveEnough(ticket.severity)
                && (!isNarrowedByEntries
                    || told[ticket.name, default: []].contains { entry in
                        isAbout(entry) && (wanted.isEmpty || entry.names(anyOf: wanted))
                    })
        }
    }

    /// The corrections that a digest tells of, in the order given.
    ///
    /// - Parameter entries: those that were corrected, as far as they are there.
    package func corrections(_ corrections: [Correction], of entries: [HeardEntry])
        -> [Correction]
    {
        let wanted = Set(wantedBrands.map(\.id))
        let told = Set(entries.filter(tellsOf).map(\.sequence))
        return corrections.filter {
            told.contains($0.entry) && (wanted.isEmpty || wanted.contains($0.brand))
        }
    }

    // MARK: - Private

    private func isFor(_ team: Team.ID) -> Bool {
        (scope.team ?? team) == team && (audience.teams.isEmpty || audience.teams.contains(team))
    }

    private func isGraveEnough(_ severity: Severity) -> Bool {
        scope.severityAtLeast.map { severity >= $0 } ?? true
    }

    private func isAbout(_ entry: HeardEntry) -> Bool {
        feeds?.contains(entry.feed) ?? true
            && scope.category.map { wanted in entry.tags.categories.contains { $0.id == wanted } }
                ?? true
            && scope.location.map { entry.tags.facets.values.contains(FacetValue(.location, $0)) }
                ?? true
            && scope.facet.map { entry.tags.facets.values.contains($0) } ?? true
            && (scope.language ?? entry.tags.language.code) == entry.tags.language.code
            && isForAudience(entry.tags)
    }

    private func isForAudience(_ tags: Tags) -> Bool {
        let categories = tags.categories
        let places = tags.facets.values
        return
            (audience.categories.isEmpty
            || categories.contains { audience.categories.contains($0.id) })
            && (audience.locations.isEmpty
                || audience.locations.contains { places.contains(FacetValue(.location, $0)) })
    }
}

extension HeardEntry {
    fileprivate func names(anyOf brands: Set<Brand.ID>) -> Bool {
        tags.mentions.contains { brands.contains($0.mention.brand) }
    }
}
