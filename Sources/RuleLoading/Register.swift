import Model

/// The ids given to one kind of thing, each with the place that gave it first.
struct Register {
    /// What the ids name: `brand`.
    let kind: String
    /// Whether every id is here; if not, none is called unknown.
    private let isComplete: Bool
    private var places: [String: FileLocation] = [:]

    init(of kind: String, isComplete: Bool = true) {
        self.kind = kind
        self.isComplete = isComplete
    }

    /// Enters an id that stands in no file.
    mutating func enter(known id: String, at place: FileLocation) {
        places[id] = place
    }

    /// Enters the id that a value gives to something new.
    mutating func enter(_ value: YAMLValue) throws(RuleError) -> String {
        let id = try value.id()
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
