import Foundation
import Model

/// Writes a ticket's body by a template, in the mark-up of its system and no longer than it takes.
struct TicketBody {
    let facts: TicketFacts
    let markup: TicketMarkup
    /// The most UTF-16 units.
    let length: Int

    /// The body with each value as long as the whole allows.
    ///
    /// Values are cut before they become mark-up, which cut in the middle would say something else.
    func text(_ template: TicketTemplate) -> String {
        let lines = template.lines
        let whole = text(lines, room: .max)
        guard whole.utf16.count > length else { return whole }
        var (fits, least, most) = (text(lines, room: 0), 1, length)
        while least <= most {
            let room = (least + most) / 2
            let text = text(lines, room: room)
            if text.utf16.count <= length {
                (fits, least) = (text, room + 1)
            } else {
                most = room - 1
            }
        }
        return fits
    }

    // MARK: - Private

    /// Leaves out the lines all of whose places are empty, and brackets around an empty one.
    ///
    /// - Parameter room: the most UTF-16 units of a value.
    private func text(_ lines: [[TicketTemplate.Part]], room: Int) -> String {
        let kept = lines.compactMap { line -> String? in
            var pieces = line.map { text(of: $0, room: room) }
            let places = line.indices.filter { line[$0].isPlace }
            if !places.isEmpty, places.allSatisfy({ pieces[$0].isEmpty }) { return nil }
            for place in places where pieces[place].isEmpty {
                pieces.removeBrackets(around: place, in: line)
            }
            return pieces.joined()
        }
        return markup.finished(kept.joined(separator: "\n").withoutEmptyLineRuns)
    }

    private func text(of part: TicketTemplate.Part, room: Int) -> String {
        let text = facts.wording(of: part)
        let isWhole = text.utf16.count <= room
        switch part {
        case .literal: return markup.literal(text)
        case .placeholder(.url, _), .placeholder(.previous, _):
            // A part of an address leads elsewhere.
            return text.isEmpty || !isWhole ? "" : markup.link(text)
        case .placeholder(.related, let filters) where filters.isEmpty:
            return links(facts.related, room: room)
        case .placeholder(.excerpt, let filters) where filters.isEmpty && isWhole:
            return facts.excerpt.text(plain: markup.escaped) { markup.marked(markup.escaped($0)) }
        case .placeholder(let placeholder, _) where placeholder.isFigure:
            return isWhole ? markup.literal(text) : ""
        case .placeholder, .facet: return markup.escaped(text.cut(to: room))
        }
    }

    /// As many as there is room for, each whole.
    private func links(_ addresses: [String], room: Int) -> String {
        var length = 0
        let kept = addresses.prefix { address in
            length += address.utf16.count + 2
            return length <= room
        }
        return kept.map(markup.link).joined(separator: ", ")
    }
}

extension TicketPlaceholder {
    /// Whether it is a figure or a name of ours, in which mark-up finds nothing to interpret.
    ///
    /// It is left as written, since the system's mails and its search have the plain text.
    fileprivate var isFigure: Bool {
        switch self {
        case .score, .answerBy, .published, .heardAt, .number, .key: true
        case .title, .text, .excerpt, .url, .source, .author, .authorHistory, .brand, .brands,
            .category, .categories, .categoryReasons, .severity, .severityReason, .tone,
            .toneReasons, .language, .team, .related, .nextStep, .previous, .facets:
            false
        }
    }
}

extension TicketTemplate {
    /// The parts of each line.
    fileprivate var lines: [[Part]] {
        var lines: [[Part]] = [[]]
        for part in parts {
            guard case .literal(let text) = part else {
                lines[lines.count - 1].append(part)
                continue
            }
            for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { lines.append([]) }
                if !piece.isEmpty { lines[lines.count - 1].append(.literal(String(piece))) }
            }
        }
        return lines
    }
}

extension TicketTemplate {
    /// What it says equally of every mention; `nil` where it asks for something of a single one.
    var ownWords: String? {
        var text = ""
        for part in parts {
            guard case .literal(let words) = part else { return nil }
            text += words
        }
        return text.isEmpty ? nil : text
    }
}

extension TicketTemplate.Part {
    /// Whether something of a mention stands there.
    var isPlace: Bool {
        switch self {
        case .literal: false
        case .placeholder, .facet: true
        }
    }
}

extension [String] {
    /// Takes ` (` and `)`, or `[` and `]`, from the template's own words before and behind a place.
    mutating func removeBrackets(around place: Int, in line: [TicketTemplate.Part]) {
        let (before, behind) = (place - 1, place + 1)
        guard before >= 0, behind < count, !line[before].isPlace, !line[behind].isPlace
        else { return }
        for (opening, closing) in [(" (", ")"), ("[", "]")]
        where self[before].hasSuffix(opening) && self[behind].hasPrefix(closing) {
            self[before].removeLast(opening.count)
            self[behind].removeFirst()
        }
    }
}

extension String {
    /// Several empty lines become one; none at the ends.
    fileprivate var withoutEmptyLineRuns: String {
        var text = trimmingCharacters(in: .newlines)
        while text.contains("\n\n\n") { text = text.replacing("\n\n\n", with: "\n\n") }
        return text
    }
}
