import Model

/// The ids given to one kind of thing, each with the place that gave it first.
struct Register {
    /// What the ids name: `brand`.
    let kind: String
    /// Whether every id is here; if not, none is called unknown.
    private var isComplete: Bool
    private var places: [String: FileLocation] = [:]

    init(of kind: String, isComplete: Bool = true) {
        self.kind = kind
        self.isComplete = isComplete
    }

    /// Enters an id that stands in no file.
    mutating func enter(known id: String, at place: FileLocation) {
        places[id] = place
    }

    /// Enters the id that a mapping gives to something new.
    ///
    /// One that cannot be read may be any id that is missed later: then none is called unknown.
    mutating func enter<Key>(_ key: Key, of fields: Fields<Key>) throws(RuleError) -> String {
        let (id, value): (String, YAMLValue)
        do {
            value = try fields.required(key)
            id = try value.id()
        } catch {
            isComplete = false
            throw error
        }
        if let first = places[id] {
            throw RuleError(.duplicateID(id, of: kind, first: first), at: value.place)
        }
        places[id] = value.place
        return id
    }

    /// The id that a value refers to.
    func id(meantBy value: YAMLValue) throws(RuleError) -> String {
        let id = try value.text()
        try check(id, at: value.place)
        return id
    }

    /// - Throws: for an id that nothing has.
    func check(_ id: String, at place: FileLocation) throws(RuleError) {
        guard !isComplete || places[id] != nil else {
            throw RuleError(.unknown(kind, id, known: places.keys.sorted()), at: place)
        }
    }
}
