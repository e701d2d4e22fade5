// Keeps mark-up from interpreting strangers' words, by putting a zero-width character in between.
//
// It works on Unicode scalars, as programs that read the mark-up do.
extension String {
    /// Addresses stay words: parted behind `:` of `://`, and behind `www`.
    var withoutBareLinks: String {
        parting { before, behind in
            switch before.last {
            case ":": behind.starts(with: ["/", "/"])
            case "w", "W": behind.first == "." && before.hasSuffix(["w", "w", "w"])
            default: false
            }
        }
    }

    /// Lines that begin as blocks do, `h1. `, `bq. `, `p(note). `, stay lines.
    var withoutBlockMarks: String {
        parting { before, behind in
            guard let first = before.last, first.isASCIILetter,
                before.dropLast().last.map({ $0 == "\n" }) ?? true
            else { return false }
            let word = behind.prefix { $0.isASCIILetter }
            let rest = behind.dropFirst(word.count).drop { $0.isASCIIDigit }
            return word.count < 12 && [".", "(", "[", "{", "<", ">", "="].contains(rest.first)
        }
    }

    /// `r12` is no revision of a repository.
    var withoutRevisions: String {
        parting { before, behind in
            before.last == "r" && behind.first?.isASCIIDigit == true
                && before.dropLast().last?.properties.isAlphabetic != true
        }
    }

    /// `user:anna`, `commit:c0ffee`, `GH-12` and the milestone `%12` are words that lead to nobody and
    /// nothing, and `{{toc}}` is no macro.
    var withoutReferences: String {
        parting { before, behind in
            guard let next = behind.first else { return false }
            let previous = before.dropLast().last
            return switch before.last {
            case ":":
                previous?.properties.isAlphabetic == true
                    && (next.properties.isAlphabetic || next.isASCIIDigit || next == "\"")
            case "-": previous?.properties.isUppercase == true && next.isASCIIDigit
            case "%": next.properties.isAlphabetic || next.isASCIIDigit || next == "\""
            case "{": next == "{"
            default: false
            }
        }
    }

    // MARK: - Private

    /// - Parameter isParted: whether something goes between these scalars; the first has one at least.
    private func parting(
        where isParted: (_ before: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>)
            -> Bool
    ) -> String {
        let scalars = Array(unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(scalar)
            if isParted(scalars[...index], scalars[(index + 1)...]) { result.append("\u{200B}") }
        }
        return String(result)
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// In small letters or capitals.
    fileprivate func hasSuffix(_ letters: [Unicode.Scalar]) -> Bool {
        suffix(letters.count).elementsEqual(letters) { $0 == $1 || $0.value + 0x20 == $1.value }
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
