extension ImportFile {
    /// What a text is that holds no rows, and what to do about it; `nil` where it may hold some.
    ///
    /// - Parameter head: its beginning, in UTF-8.
    static func otherKind(of head: some Collection<UInt8>) -> String? {
        let start = String(decoding: head.prefix(4_096), as: UTF8.self)
        let lines = start.split(whereSeparator: \.isNewline)
        let first = lines.first?.lowercased() ?? ""
        if ["<!doctype", "<html", "<?xml"].contains(where: first.hasPrefix) {
            return
                "is a web page or XML; name a file of CSV or JSON Lines, and listen to a feed by "
                + "feeds/"
        }
        // RFC 4155: a line for the postman stands before the head of each mail.
        if first.hasPrefix("from "), lines.contains(where: { $0.hasPrefix("Date:") }) {
            return
                "is a mailbox; have the mail program save the mails as CSV, with columns for date, "
                + "sender and text"
        }
        return nil
    }
}
