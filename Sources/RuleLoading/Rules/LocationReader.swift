import Model

/// Reads `rules/locations.yaml`.
struct LocationReader {
    /// Complete once the list has been found.
    private(set) var ids = Register(of: "location", isComplete: false)
    private var macros = QueryMacros()

    mutating func locations(_ root: YAMLValue, noting errors: inout [RuleError]) -> [Location] {
        let fields = Fields<RootKey>(root, lists: [.locations], noting: &errors)
        guard let fields else { return [] }
        macros = QueryMacros(reading: fields[.macros], noting: &errors)
        let items = errors.noting(try fields.required(.locations).list(of: .mapping))
        guard let items else { return [] }
        ids = Register(of: "location")
        let read = items.map { location($0, noting: &errors) }
        // A place may be part of one that stands after it.
        for part in read.compactMap(\.partOf) { _ = errors.noting(try ids.id(meantBy: part)) }
        let locations = read.compactMap(\.location)
        noteCircles(among: locations, noting: &errors)
        return locations
    }

    // MARK: - Private

    private enum RootKey: String, CaseIterable {
        case macros, locations
    }

    private enum Key: String, CaseIterable {
        case id, name
        case partOf = "part_of"
    }

    /// The location, and where it says what it is part of.
    private mutating func location(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> (location: Location?, partOf: YAMLValue?) {
        let read = Fields<Key>.reading(value, with: NameTerms.Key.self, noting: &errors)
        guard let (fields, others) = read else { return (nil, nil) }
        let id = errors.noting(try ids.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).translatedText())
        let terms = NameTerms(reading: others, macros: macros, noting: &errors)
        if terms.names == nil, let name, let place = fields[.name]?.place {
            noteUnfindable(name, at: place, noting: &errors)
        }
        let partOf = fields[.partOf]
        let whole = errors.noting(try partOf?.text())
        guard let id, let name else { return (nil, partOf) }
        let location = Location(
            id: Location.ID(id), name: name.text, translations: Translation.joining(name: name),
            partOf: whole.map { Location.ID($0) },
            names: terms.bearer(
                Brand.ID(id), name.text, kind: .topic,
                names: terms.names ?? Self.names(name, at: fields[.name]?.place ?? value.place),
                place: value.place), place: value.place)
        return (location, partOf)
    }

    /// Where no names are listed, a place goes by its name in every language.
    private static func names(
        _ name: TranslatedText, at place: FileLocation
    ) -> [NameTerms.Placed] {
        Set(name.byLanguage.values).union([name.text]).sorted().map { ($0, place) }
    }

    private func noteUnfindable(
        _ name: TranslatedText, at place: FileLocation, noting errors: inout [RuleError]
    ) {
        for (name, place) in Self.names(name, at: place) where !Term.hasLetterOrDigit(name) {
            errors.append(RuleError(.neverMatches(name), at: place))
        }
    }

    private func noteCircles(among locations: [Location], noting errors: inout [RuleError]) {
        let wholes = Dictionary(
            locations.map { ($0.id, $0.partOf) }, uniquingKeysWith: { first, _ in first })
        for location in locations {
            var passed: Set<Location.ID> = []
            var next = location.partOf
            while let whole = next, passed.insert(whole).inserted {
                if whole == location.id {
                    let mistake = Mistake.partOfItself(location.id.value)
                    errors.append(RuleError(mistake, at: location.place))
                }
                next = wholes[whole] ?? nil
            }
        }
    }
}
