/// The stories that entries of one link tell, in the order in which they were numbered.
///
/// Thousands of entries may share a link, as the posts of a thread and the reviews of a product do:
/// what one feed brought in a row is passed over at once, and what is too old is not looked at again.
struct LinkedStories {
    private struct Entry {
        let date: Int64
        let story: Int64
    }

    private struct Row {
        let feed: String
        var latest: Int64
        var entries: [Entry]
    }

    private var rows: [Row] = []
    /// The first that is not too old.
    private var start = 0

    mutating func add(story: Int64, feed: String, date: Int64) {
        let entry = Entry(date: date, story: story)
        if rows.last?.feed == feed {
            rows[rows.count - 1].entries.append(entry)
            rows[rows.count - 1].latest = max(rows[rows.count - 1].latest, date)
        } else {
            rows.append(Row(feed: feed, latest: date, entries: [entry]))
        }
    }

    /// The story of the first entry of another feed within a time.
    ///
    /// - Parameter span: begins no earlier than the one before.
    mutating func story(outside feed: String, in span: ClosedRange<Int64>) -> Int64? {
        while start < rows.count, rows[start].latest < span.lowerBound { start += 1 }
        for row in rows[start...] where row.feed != feed {
            if let entry = row.entries.first(where: { span.contains($0.date) }) {
                return entry.story
            }
        }
        return nil
    }
}
