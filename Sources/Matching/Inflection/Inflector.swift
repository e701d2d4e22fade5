package import Model

/// Gives the case forms of a name, in both numbers.
///
/// Nothing is known of a name but how it is written, so every declension that fits its end is
/// followed: some forms are never used, hardly any that is used is missing.
package struct Inflector: Sendable {
    /// The base form first, each form once.
    package static func forms(
        of name: String, _ language: Brand.Inflection
    ) -> [InflectedForm] {
        let slots: [(form: String, slot: GrammaticalSlot)] =
            switch language {
            case .polish: InflectedName(name, grammar: PolishGrammar()).forms
            case .latvian: InflectedName(name, grammar: LatvianGrammar()).forms
            case .none: []
            }
        var features: [String: [GrammaticalSlot]] = [:]
        for (form, slot) in slots { features[form, default: []].append(slot) }
        let isPlural = features[name]?.contains { $0.number == .plural } ?? false
        if !isPlural { features[name, default: []].append(.base) }
        return features.map { form, slots in
            InflectedForm(form: form, features: Self.description(of: slots))
        }.sorted { one, other in
            let order = { (form: InflectedForm) in
                (form.form == name ? 0 : 1, rank(of: features[form.form] ?? []), form.form)
            }
            return order(one) < order(other)
        }
    }

    // MARK: - Private

    private static func description(of slots: [GrammaticalSlot]) -> String {
        GrammaticalSlot.all.filter(slots.contains).map(\.description).joined(separator: ", ")
    }

    private static func rank(of slots: [GrammaticalSlot]) -> Int {
        GrammaticalSlot.all.firstIndex(where: slots.contains) ?? 0
    }
}
