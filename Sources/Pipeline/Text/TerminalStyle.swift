/// Bold and colour for a terminal that shows them, nothing elsewhere.
package struct TerminalStyle: Sendable {
    package let isOn: Bool

    package init(isOn: Bool) {
        self.isOn = isOn
    }

    func bold(_ text: String) -> String { styled(text, "1") }
    func faint(_ text: String) -> String { styled(text, "2") }
    func good(_ text: String) -> String { styled(text, "32") }
    func bad(_ text: String) -> String { styled(text, "31") }

    // MARK: - Private

    /// SGR codes (ECMA-48 §8.3.117).
    private func styled(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text on one line with blanks for control characters, so that what a feed sends cannot steer
    /// a terminal.
    var withoutControls: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            let isFormat = scalar.properties.generalCategory == .format && scalar != "\u{200D}"
            text.append(isControl || isFormat ? " " : scalar)
        }
        return String(text)
    }

    /// The same for messages of several lines.
    package var safeForTerminal: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).withoutControls }.joined(separator: "\n")
    }

    /// At most so many characters, with `…` for what is gone.
    func shortened(to length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }
}
