import Matching
import Model
import Tokenizing

/// What is wrong with the names of brands, or of places, each by itself and among each other.
struct BrandLint {
    let brands: [Brand]
    let forms: [[BrandForm]]
    /// What a message calls them: `brand`.
    let noun: String

    init(_ brands: [Brand], noun: String) {
        self.brands = brands
        self.noun = noun
        forms = brands.map(BrandForm.all)
    }

    var findings: [RuleFinding] {
        zip(brands, forms).flatMap(findings) + sharedNames
    }

    // MARK: - Private

    private func findings(of brand: Brand, _ forms: [BrandForm]) -> [RuleFinding] {
        var findings = ownNames(of: brand)
        findings += brand.names.compactMap { Self.idleHashtag($0, of: brand, forms, noun) }
        findings += ownForms(of: brand, forms)
        findings += ordinaryForms(of: brand, forms)
        findings += exceptions(of: brand, forms)
        findings += conditions(of: brand, forms)
        return findings
            + ExampleLint.contradictions(in: brand.examples, of: "\(noun) '\(brand.id)'")
    }

    private func ownNames(of brand: Brand) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        var first: [TermPattern: String] = [:]
        for name in brand.names {
            let place = brand.place(of: .name(name))
            let pattern = TermPattern(name)
            if let other = first.updateValue(name, forKey: pattern), !brand.isCaseSensitive {
                findings.append(
                    RuleFinding(
                        .duplicateName, .warning,
                        "name '\(name)' is found wherever '\(other)' is; remove it", at: place))
            }
            if let finding = TermLint(name).finding(at: place) { findings.append(finding) }
            if let finding = NameLint(name).finding(at: place) { findings.append(finding) }
            let hasConditions = brand.query != nil || brand.context != nil
            if let reason = TermLint(name).broadness ?? NameLint(name).sameness, !hasConditions {
                findings.append(
                    RuleFinding(
                        .broadTerm, .warning,
                        "name '\(name)' \(reason); give the \(noun) a context or a query, or write "
                            + "the name in full", at: place))
            }
        }
        return findings
    }

    private func ownForms(of brand: Brand, _ forms: [BrandForm]) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        for struck in brand.struckForms
        where !forms.contains(where: { $0.isWritten(struck) || $0.isOneWord(struck) }) {
            findings.append(
                RuleFinding(
                    .unknownForm, .error,
                    "'\(struck)' is no form of \(noun) '\(brand.id)'; `earshot rules forms "
                        + "\(brand.id)` lists those there are",
                    at: brand.place(of: .struckForm(struck))))
        }
        let generated = brand.forms.isEmpty ? [] : BrandForm.all(of: brand.withoutAddedForms)
        for added in brand.forms where generated.contains(where: { $0.isWritten(added) }) {
            findings.append(
                RuleFinding(
                    .redundantForm, .warning,
                    "'\(added)' is a form of \(noun) '\(brand.id)' anyway; remove it",
                    at: brand.place(of: .form(added))))
        }
        if !forms.isEmpty, forms.allSatisfy(\.isStruck) {
            findings.append(
                RuleFinding(
                    .unreachableBrand, .error,
                    "every form of \(noun) '\(brand.id)' is struck, so that it can never be found; "
                        + "strike fewer", at: brand.place))
        }
        return findings
    }

    /// Of each name the forms that are ordinary words too, where nothing asks for more than the form.
    private func ordinaryForms(of brand: Brand, _ forms: [BrandForm]) -> [RuleFinding] {
        guard !brand.isCaseSensitive, brand.query == nil, brand.context == nil else { return [] }
        let formsOfNames = Dictionary(grouping: forms, by: \.name)
        return brand.names.compactMap { name in
            let ordinary = (formsOfNames[name] ?? []).filter { form in
                // Of the name itself it is told that it is in most texts.
                let isTold = form.form == name && TermLint(name).broadness != nil
                return !form.isStruck && !isTold
                    && !CommonWords.languages(of: form.form).isEmpty
            }
            guard !ordinary.isEmpty else { return nil }
            let quoted = ordinary.prefix(4).map { "'\($0.form)'" }.joined(separator: ", ")
            let subject =
                ordinary.map(\.form) == [name]
                ? "name \(quoted) is an ordinary word"
                : "of the forms of '\(name)', \(quoted) "
                    + (ordinary.count == 1 ? "is an ordinary word" : "are ordinary words")
            return RuleFinding(
                .ordinaryForm, .warning,
                "\(subject) too; write case_sensitive: true, give the \(noun) a context, or strike "
                    + "the form", at: brand.place(of: .name(name)))
        }
    }

    private func exceptions(of brand: Brand, _ forms: [BrandForm]) -> [RuleFinding] {
        let looked = Set(forms.filter { !$0.isStruck }.map { TermPattern($0.form) })
        return brand.exceptions.compactMap { exception in
            let place = brand.place(of: .exception(exception))
            if looked.contains(TermPattern(exception)) {
                return RuleFinding(
                    .unreachableBrand, .error,
                    "'\(exception)' is a form of \(noun) '\(brand.id)', so that it never counts; write "
                        + "the longer phrase in which it means something else, or strike it",
                    at: place)
            }
            let phrases =
                [exception]
                + brand.inflections.flatMap { Inflector.forms(of: exception, $0).map(\.form) }
            let holdsName = phrases.contains { phrase in
                let pattern = TermPattern(phrase)
                return looked.contains { pattern.mayHold($0) }
            }
            guard !holdsName, !looked.isEmpty else { return nil }
            return RuleFinding(
                .unreachableException, .warning,
                "'\(exception)' has no name of \(noun) '\(brand.id)' in it, so that it leaves nothing "
                    + "out; write the whole phrase, the name included", at: place)
        }
    }

    private func conditions(of brand: Brand, _ forms: [BrandForm]) -> [RuleFinding] {
        let logic = brand.query.map { QueryLogic($0) }
        var findings: [RuleFinding] = []
        let place = brand.place(of: .query)
        findings += logic?.findings(at: place) ?? []
        let looked = forms.filter { !$0.isStruck }
        if findings.isEmpty, let forbidden = logic?.forbidden, !looked.isEmpty,
            looked.allSatisfy({ form in forbidden.contains { $0.covers(form.form) } })
        {
            findings.append(
                RuleFinding(
                    .unreachableQuery, .error,
                    "the query forbids every name of \(noun) '\(brand.id)', so that it can never be "
                        + "found; remove NOT \(brand.name)", at: place))
        }
        let words = brand.context?.anyOf ?? []
        findings += forbidden(words, of: brand, by: logic)
        for word in words {
            findings += contextWord(word, at: brand.place(of: .contextWord(word)))
        }
        return findings
    }

    /// Context words that the query forbids.
    private func forbidden(
        _ words: [String], of brand: Brand, by logic: QueryLogic?
    ) -> [RuleFinding] {
        let dead = words.filter { word in
            logic?.forbidden.contains { $0.covers(word) } ?? false
        }
        let isAll = dead.count == words.count
        return dead.map { word in
            RuleFinding(
                .unreachableContext, isAll ? .error : .warning,
                "the query forbids the context word '\(word)', so that it never lets a name "
                    + "count; remove one of the two",
                at: brand.place(of: .contextWord(word)))
        }
    }

    private func contextWord(_ word: String, at place: FileLocation) -> [RuleFinding] {
        let lint = TermLint(word)
        let broad = lint.broadness.map { reason in
            RuleFinding(
                .broadTerm, .warning,
                "context word '\(word)' \(reason), so that it tells nothing; remove it",
                at: place)
        }
        let findings = [
            lint.finding(at: place), NameLint(word, noun: "context word").finding(at: place), broad,
        ]
        return findings.compactMap(\.self)
    }
}

extension Brand {
    fileprivate var withoutAddedForms: Brand {
        Brand(
            id: id, name: name, names: names, inflections: inflections, struckForms: struckForms,
            isFoundWithoutAccents: isFoundWithoutAccents, place: place)
    }
}

extension TermPattern {
    /// Whether the words of the other may stand somewhere among these.
    fileprivate func mayHold(_ other: TermPattern) -> Bool {
        guard !other.steps.isEmpty, steps.count >= other.steps.count else { return false }
        return (0...steps.count - other.steps.count).contains { start in
            zip(steps[start...], other.steps).allSatisfy { $0.mayBe($1) }
        }
    }
}

extension TermPattern.Step {
    /// Whether one word may meet both.
    fileprivate func mayBe(_ other: Self) -> Bool {
        switch (isStem, other.isStem) {
        case (false, false): folded == other.folded
        case (true, false): other.folded.starts(with: folded)
        case (false, true): folded.starts(with: other.folded)
        case (true, true):
            folded.starts(with: other.folded) || other.folded.starts(with: folded)
        }
    }
}
