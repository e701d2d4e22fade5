import Foundation
import Model

/// A notice for a webhook of Microsoft Teams, as an Adaptive Card.
enum TeamsMessage {
    static func body(of notice: Notice) -> JSON {
        var blocks = [text(notice.subject, isTitle: true)]
        blocks += notice.sentences.map { text($0) }
        let head = blocks.count
        // A title, and the head of the table, count for none.
        var isItem: [Bool] = []
        for section in notice.sections {
            blocks.append(text(section.title, isTitle: true))
            blocks += section.items.map(item)
            isItem += [false] + section.items.map { _ in true }
        }
        if let table = notice.table {
            blocks += table.lines.map { text($0) }
            isItem += [false] + table.rows.map { _ in true }
        }
        let kept = fitting(blocks)
        let left = isItem.dropFirst(max(0, kept.count - head)).count { $0 }
        blocks = kept + [text(notice.closing(leavingOut: left))]
        return [
            "type": "message",
            "attachments": [
                [
                    "contentType": "application/vnd.microsoft.card.adaptive",
                    "content": [
                        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                        "type": "AdaptiveCard", "version": "1.4", "body": .array(blocks),
                    ],
                ]
            ],
        ]
    }

    /// Finds the failure in an answer whose status is a success.
    ///
    /// Connectors hand on what they took, and answer 200 whatever becomes of it
    /// (MicrosoftDocs/msteams-docs issues 400, 1810 and 7425); the status of Teams itself stands in the
    /// text.
    ///
    /// - Returns: `nil` where it was handed on.
    static func fault(in answer: WebAnswer, now: Date) -> DeliveryFault? {
        let text = String(decoding: answer.body.prefix(2_000), as: UTF8.self)
        guard text.contains("message delivery failed") else { return nil }
        let told = text.firstRange(of: "HTTP error ").map { text[$0.upperBound...].prefix(3) }
        guard let status = told.flatMap({ Int($0) }), status >= 300 else {
            return .unclear(answer.serverText)
        }
        return WebAnswer(status: status, headers: answer.headers, body: answer.body)
            .fault(now: now)
    }

    // MARK: - Private

    /// A message may have 28 KB; the rest is for what is around the blocks.
    private static let mostBytes = 24_000

    private static func fitting(_ blocks: [JSON]) -> [JSON] {
        var left = mostBytes
        return Array(
            blocks.prefix { block in
                left -= block.bytes.count + 1
                return left >= 0
            })
    }

    private static func text(_ text: String, isTitle: Bool = false) -> JSON {
        block(TicketMarkup.markdown.escaped(text.cut(to: 300)), isTitle: isTitle)
    }

    private static func block(_ markdown: String, isTitle: Bool = false) -> JSON {
        [
            "type": "TextBlock", "wrap": true, "text": .string(markdown),
            "weight": isTitle ? "Bolder" : "Default", "size": isTitle ? "Medium" : "Default",
        ]
    }

    private static func item(_ item: Notice.Item) -> JSON {
        let text = TicketMarkup.markdown.escaped(item.text.cut(to: 300).onOneLine)
        let detail = TicketMarkup.markdown.escaped(item.detail.cut(to: 200).onOneLine)
        let isPlain = item.link.map { !$0.contains { "()<>[]\\".contains($0) || $0.isWhitespace } }
        let title = isPlain == true ? "[\(text)](\(item.link ?? ""))" : text
        return block("\(title)\n\n\(detail)")
    }
}
