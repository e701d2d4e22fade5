/// Finds the boxes that forum software and mail programs put quotations in, by the class of an element.
enum QuoteBox {
    /// - Parameter range: where the attributes of the start tag stand.
    static func isOne(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let attributes = HTMLAttributes(bytes, range)
        // All of the names hold one of these.
        let mayBeOne =
            attributes.mayHaveClass(with: "quot", or: "onebox")
            || attributes.mayHaveClass(with: "bookmark-card", or: "unfurl")
        return mayBeOne && hasClass(attributes, of: names)
    }

    /// Whether a mail program has put all into it that stands below what the writer has answered.
    static func isOfMail(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        hasClass(HTMLAttributes(bytes, range), of: namesOfMail)
    }

    // MARK: - Private

    private static func hasClass(_ attributes: HTMLAttributes, of names: Set<String>) -> Bool {
        guard let classes = attributes.value(of: "class") else { return false }
        return classes.split(whereSeparator: \.isWhitespace).contains {
            names.contains($0.lowercased())
        }
    }

    private static let namesOfMail: Set<String> = ["gmail_quote", "protonmail_quote"]

    private static let names = namesOfMail.union([
        "quote", "quotecontent", "quotetitle", "quoteheader", "quotemain", "quotetop",
        "bbcode_quote", "bbcodeblock--quote", "bbc_quote", "bbcodequote", "quoted",
        // FluxBB, older MyBB, WoltLab, Drupal, and Vanilla's editor.
        "quotebox", "quote_header", "quote_body", "quotebody", "bb-quote", "embedquote",
        // HyperKitty, the archive of Mailman, and Yahoo's mail.
        "quoted-text", "yahoo_quoted",
        // Discourse's, Ghost's and XenForo's, of a page that is linked to.
        "onebox", "kg-bookmark-card", "bbcodeblock--unfurl",
    ])
}
