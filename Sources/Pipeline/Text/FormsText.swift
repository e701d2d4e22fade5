import Matching
import Model

/// The forms of a name in a terminal, a line each.
package struct FormsText: Sendable {
    private let forms: RuleForms
    private let style: TerminalStyle

    package init(_ forms: RuleForms, style: TerminalStyle) {
        self.forms = forms
        self.style = style
    }

    package var text: String {
        let hasCounts = forms.forms.contains { $0.entries != nil }
        var table = TextTable(
            [("form", .left), ("features", .left)]
                + (hasCounts ? [("entries", .right), ("small", .right)] : [])
                + [("collides with", .left)])
        for form in forms.forms {
            table.add(
                [form.form.withoutControls, form.features]
                    + (hasCounts
                        ? [form.entries, form.entriesInSmallLetters].map { String($0 ?? 0) } : [])
                    + [remarks(on: form)])
        }
        var lines = table.lines()
        lines[0] = style.bold(lines[0])
        let matching = forms.forms.count { !$0.isStruck }
        lines += [
            "",
            "\(matching) of \(forms.forms.count.counted("form")) "
                + "\(matching == 1 ? "matches" : "match"), language \(forms.language)",
        ]
        if forms.brand == nil, forms.location == nil {
            lines.append("'\(forms.name.withoutControls)' is no name in the rules yet")
        }
        if !hasCounts { lines.append("no archive yet to count in; `earshot run` makes one") }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func remarks(on form: RuleForms.Form) -> String {
        let collisions = form.collidesWith.map { collision in
            "\(collision.kind.rawValue) \(collision.with.withoutControls)"
                + (collision.place.map { " (\($0))" } ?? "")
        }
        let kinds = [form.isStruck ? "struck" : nil, typing(of: form)].compactMap(\.self)
        return (kinds + collisions).joined(separator: "; ")
    }

    private func typing(of form: RuleForms.Form) -> String? {
        guard form.lacksAccents else { return nil }
        let others = forms.forms.filter { !$0.lacksAccents }.map(\.form)
        return if others.contains(where: { $0.spellingsWithoutApostrophes.contains(form.form) }) {
            "typed without apostrophe"
        } else if others.contains(where: { $0.withoutFullStops == form.form }) {
            "typed without full stop"
        } else if others.contains(where: { $0.withoutHyphens == form.form }) {
            "typed without hyphen"
        } else if !form.form.hasAmpersand,
            others.contains(where: { $0.hasAmpersand && $0.firstWord == form.form.firstWord })
        {
            "typed with a word for '&'"
        } else if form.form.hasAmpersand, !others.contains(where: \.hasAmpersand) {
            "typed with '&'"
        } else {
            "typed without accents"
        }
    }
}

extension String {
    fileprivate var hasAmpersand: Bool { utf8.contains(UInt8(ascii: "&")) }
    fileprivate var firstWord: Substring { prefix { $0.isLetter || $0.isNumber } }
}
