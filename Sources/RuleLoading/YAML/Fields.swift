import Model

/// A mapping whose keys are known: the cases of `Key`.
struct Fields<Key: CaseIterable & Hashable & RawRepresentable<String>> {
    let place: FileLocation
    /// Few, so that to look through them is faster than to hash them.
    private var values: [(key: Key, value: YAMLValue)] = []

    /// Notes the keys that are not known; `nil` if the value is no mapping at all.
    ///
    /// - Parameter lists: keys of lists, of which one is missing where a list stands in its stead.
    init?(_ value: YAMLValue, lists: [Key] = [], noting errors: inout [RuleError]) {
        if value.isList, !lists.isEmpty {
            errors.append(RuleError(.listWithoutKey(lists.map(\.rawValue)), at: value.place))
            return nil
        }
        guard let read = Fields.reading(value, with: NoKey.self, noting: &errors) else {
            return nil
        }
        self = read.own
    }

    /// A mapping that has the keys of another kind beside its own.
    static func reading<Other>(
        _ value: YAMLValue, with others: Other.Type, noting errors: inout [RuleError]
    ) -> (own: Fields, others: Fields<Other>)? {
        guard let pairs = errors.noting(try value.pairs()) else { return nil }
        var own = Fields(at: value.place)
        var shared = Fields<Other>(at: value.place)
        for (key, field) in pairs {
            guard let text = errors.noting(try key.text()) else { continue }
            if let known = Key(rawValue: text) {
                own.values.append((known, field))
            } else if let known = Other(rawValue: text) {
                shared.values.append((known, field))
            } else if text == "<<" {
                errors.append(RuleError(.mergeKey, at: key.place))
            } else {
                let all = Key.allCases.map(\.rawValue) + Other.allCases.map(\.rawValue)
                let taken = own.values.map(\.key.rawValue) + shared.values.map(\.key.rawValue)
                let free = all.filter { !taken.contains($0) }
                // `nams` behind `name` is `names`.
                let isFree = Suggestion.nearest(to: text, in: free) != nil
                let mistake = key.mistake(
                    asKey: text, isAlone: field.isNothing && value.isInBraces, isFree ? free : all)
                errors.append(RuleError(mistake, at: key.place))
            }
        }
        return (own, shared)
    }

    private init(at place: FileLocation) {
        self.place = place
    }

    /// The last, where the key stands again with space around it.
    subscript(key: Key) -> YAMLValue? { values.last { $0.key == key }?.value }

    func required(_ key: Key) throws(RuleError) -> YAMLValue {
        guard let value = self[key] else {
            throw RuleError(.missingKey(key.rawValue), at: place)
        }
        return value
    }

    /// A mapping inside this one, if it is there.
    func fields<Inner>(
        _ key: Key, of keys: Inner.Type, noting errors: inout [RuleError]
    ) -> Fields<Inner>? {
        self[key].flatMap { Fields<Inner>($0, noting: &errors) }
    }

    /// The items of a list that are right; none if the key is not there.
    func list<Item>(
        _ key: Key, of item: (YAMLValue) -> () throws(RuleError) -> Item,
        noting errors: inout [RuleError]
    ) -> [Item] {
        placedList(key, of: item, noting: &errors).map(\.item)
    }

    /// The same with the place of each item.
    func placedList<Item>(
        _ key: Key, of item: (YAMLValue) -> () throws(RuleError) -> Item,
        noting errors: inout [RuleError]
    ) -> [(item: Item, place: FileLocation)] {
        var items: [(item: Item, place: FileLocation)] = []
        for value in errors.noting(try self[key]?.list()) ?? [] {
            if let item = errors.noting(try item(value)()) { items.append((item, value.place)) }
        }
        return items
    }
}

extension YAMLValue {
    /// Why a key is none of the known ones.
    ///
    /// - Parameter isAlone: it has no value, inside braces, where commas part keys.
    fileprivate func mistake(asKey text: String, isAlone: Bool, _ known: [String]) -> Mistake {
        if beginsWithForeignSpace { return .syntax(.foreignSpace) }
        if let slip = MissingSpace(in: text), known.contains(where: { text.hasPrefix($0 + ":") }) {
            return .syntax(.missingSpace(slip))
        }
        guard isAlone, Suggestion.nearest(to: text, in: known) == nil else {
            return .unknownKey(text, known: known)
        }
        // What is left of `{weight: 0,5}` behind the comma.
        return isWholeNumber ? .decimalComma : .valueWithoutKey(text)
    }
}

/// No key at all.
private enum NoKey: CaseIterable, Hashable, RawRepresentable {
    init?(rawValue: String) { return nil }

    var rawValue: String {
        switch self {}
    }
}
