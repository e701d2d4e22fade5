import Model

/// What is wrong with the examples of a rule, before they are run.
enum ExampleLint {
    /// - Parameter rule: as a message calls it: `brand 'kawka'`.
    static func contradictions(in examples: Examples, of rule: String) -> [RuleFinding] {
        let matching = Dictionary(
            examples.match.map { ($0.text, $0.place) }, uniquingKeysWith: { first, _ in first })
        return examples.noMatch.compactMap { example in
            matching[example.text].map { place in
                RuleFinding(
                    .contradictoryExample, .error,
                    "\(rule) promises at \(place) to match \"\(example.text)\", and here not to; "
                        + "remove one of the two", at: example.place)
            }
        }
    }
}
