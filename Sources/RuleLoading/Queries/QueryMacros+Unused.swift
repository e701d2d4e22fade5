import Model

extension QueryMacros {
    /// The macros of a file that none of its queries leads to, in the order of their names.
    ///
    /// What is wrong in the file is told when it is read.
    static func unused(in root: YAMLValue) -> [UnusedMacro] {
        // Most files have none: to look for queries is then not worth it.
        guard let fields = try? root.pairs(), fields.contains(where: { isMacros($0.key) }) else {
            return []
        }
        var macros: [String: (place: FileLocation, uses: [String])] = [:]
        var waiting: Set<String> = []
        for (key, value) in fields {
            guard isMacros(key) else {
                waiting.formUnion(value.queries.flatMap { uses(in: $0).map(\.name) })
                continue
            }
            for (key, query) in (try? value.pairs()) ?? [] {
                guard let name = try? key.text(), let text = try? query.scalarText() else {
                    continue
                }
                macros[name] = (key.place, uses(in: text).map(\.name))
            }
        }
        while let name = waiting.popFirst() {
            if let used = macros.removeValue(forKey: name) { waiting.formUnion(used.uses) }
        }
        return macros.map { UnusedMacro(name: $0.key, place: $0.value.place) }
            .sorted { $0.name < $1.name }
    }

    // MARK: - Private

    private static func isMacros(_ key: YAMLValue) -> Bool {
        (try? key.text()) == "macros"
    }
}

extension YAMLValue {
    /// What stands under `query:`, here or further in.
    fileprivate var queries: [String] {
        if let pairs = try? pairs() {
            return pairs.flatMap { key, value in
                (try? key.text()) == "query"
                    ? [try? value.scalarText()].compactMap(\.self)
                    : value.queries
            }
        }
        return ((try? list()) ?? []).flatMap(\.queries)
    }
}
