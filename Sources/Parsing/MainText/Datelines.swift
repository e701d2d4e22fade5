/// Finds the lines above and below a text that say when it was written, and by whom, or its title once more.
enum Datelines {
    /// - Parameters:
    ///   - chosen: the elements that hold the text, in document order.
    ///   - title: the page's; `nil` if it has none.
    /// - Returns: the identities of their elements.
    static func identities(in chosen: [Int], of outline: PageOutline, title: String?) -> Set<UInt> {
        var found: Set<UInt> = []
        var dates: [UInt] = []
        var sentences = 0
        for root in chosen {
            var index = root
            while index < outline.elements[root].end {
                let element = outline.elements[index]
                if isSentence(element) { sentences += 1 }
                switch kind(of: index, in: outline, title: title) {
                // A programme is made of dates.
                case .date where sentences == 0 || !namesInText.contains(element.name):
                    dates.append(element.node.identity)
                    index = element.end
                // Below the lead names and a date may be what is told, unless a word says what they are.
                case .byline(let isSaid) where sentences == 0 || isSaid && sentences == 1:
                    found.insert(element.node.identity)
                    index = element.end
                case .date, .byline, nil:
                    index += 1
                }
            }
        }
        // More of them part a diary.
        return dates.count <= mostDates ? found.union(dates) : found
    }

    // MARK: - Private

    private enum Kind {
        case date
        /// Who wrote the text and when, or its title; whether a word says so, "Autor".
        case byline(isSaid: Bool)
    }

    /// `nil` for any other element.
    private static func kind(of index: Int, in outline: PageOutline, title: String?) -> Kind? {
        let element = outline.elements[index]
        // One that has few words in many elements is no line, and long to write out.
        guard element.end - index <= mostElements, isLabel(element, outline),
            let line = element.node.textLine
        else { return nil }
        if line == title { return .byline(isSaid: false) }
        guard line.utf8.contains(where: \.isASCIIDigit) else { return nil }
        return isDate(line) ? .date : byline(line)
    }

    /// One for when it was written, one for when it was changed.
    private static let mostDates = 2

    private static let mostElements = 16

    /// In characters.
    private static let longest = 120
    private static let shortestSentence = 40

    /// Where a date may be what is told.
    private static let namesInText: Set<String> = ["dd", "dt", "li", "pre", "td", "th"]

    private static func isSentence(_ element: PageOutline.Element) -> Bool {
        element.isBlock && element.lines.endSentence
            && element.lines.length >= shortestSentence
    }

    /// Whether an element is a line of its own, without other blocks in it and no heading, or all that
    /// stands in the lines of the block around it.
    private static func isLabel(_ element: PageOutline.Element, _ outline: PageOutline) -> Bool {
        if element.isBlock {
            return (1...longest).contains(element.textLength) && isLabel(element)
        }
        guard let parent = element.parent.map({ outline.elements[$0] }) else { return false }
        return parent.isBlock && parent.lines.length <= longest && isLabel(parent)
            && !namesInText.contains(parent.name)
            && (element.node.textLine?.count ?? 0) + mostBlanks >= parent.lines.length
    }

    private static func isLabel(_ block: PageOutline.Element) -> Bool {
        block.lines.areLabel && !PageOutline.headings.contains(block.name)
    }

    /// At the ends of a line.
    private static let mostBlanks = 2

    private static func isDate(_ line: String) -> Bool {
        FeedDate.reading(line, order: nil)?.namesDay ?? false
    }

    /// A line that holds a date, and besides names and what goes with them alone: "Autor: Ola Polna,
    /// 26.11.2026", "3 min read · Nov 26, 2026"; `nil` for any other.
    private static func byline(_ line: String) -> Kind? {
        let words = line.split { !$0.isLetter }
        let isSaid = words.contains { bylineWords.contains($0.lowercased()) }
        guard
            FeedDate.date(within: line) != nil
                || isSaid && FeedDate.yearlessDate(within: line) != nil
        else { return nil }
        let others = words.filter { word in
            let word = word.lowercased()
            return DateNames.month(word) == nil && !DateNames.isWeekday(word)
                && !DateNames.isFiller(word) && !bylineWords.contains(word)
        }
        let areNames =
            others.count <= mostNames && others.allSatisfy { $0.first?.isUppercase ?? false }
        return areNames ? .byline(isSaid: isSaid) : nil
    }

    private static let mostNames = 4

    private static let bylineWords: Set<String> = [
        "autor", "autorka", "aut", "przez", "opublikowano", "dodano", "dodane", "zaktualizowano",
        "aktualizacja", "publikacji", "data", "czytania", "czyt", "autors", "autore", "publicēts",
        "publicēta", "atjaunots", "atjaunināts", "lasīšanas", "laiks", "lasīšanai", "author", "by",
        "posted", "published", "updated", "written", "min", "mins", "minute", "minutes", "read",
        "reading", "time", "von", "veröffentlicht", "aktualisiert", "stand", "lesezeit", "minuten",
        "автор", "опубликовано", "обновлено", "мин", "чтения", "autorius", "paskelbta",
        "atnaujinta",
        "lisatud", "avaldatud", "uuendatud",
    ]
}
