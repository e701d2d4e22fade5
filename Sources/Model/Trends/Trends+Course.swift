package import Foundation

extension Trends {
    /// What a report counts by day, by hours or weeks of the reader's clocks.
    package struct Course: Hashable, Sendable, Codable {
        package enum Unit: String, Codable, Sendable, CaseIterable {
            case hour
            /// Monday to Sunday (ISO 8601).
            case week
        }

        package struct Line: Hashable, Sendable, Codable {
            /// What it is a count of: `brand`, `tone:zefirnet`, `category`, `source`, `language`,
            /// `channel`, `region`, `facet:aspect`.
            package let of: String
            package let id: String
            package let name: String
            package let counts: DailyCounts

            package init(of: String, id: String, name: String, counts: DailyCounts) {
                self.of = of
                self.id = id
                self.name = name
                self.counts = counts
            }
        }

        package let unit: Unit
        /// When each hour or week begins; the first may begin before the period.
        package let starts: [Date]
        /// `2026-11-21T18:00+01:00`, with the clock's distance from UTC, or `2026-W47`.
        package let names: [String]
        /// Each with a number for each of `starts`.
        package let lines: [Line]

        package init(unit: Unit, starts: [Date], names: [String], lines: [Line]) {
            self.unit = unit
            self.starts = starts
            self.names = names
            self.lines = lines
        }
    }
}
