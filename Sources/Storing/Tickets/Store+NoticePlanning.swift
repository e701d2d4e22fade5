package import Foundation
package import Model

// Which notices are to be sent, and what of.
extension Store {
    /// Up to when a rule has been considered; `nil` before the first time.
    package func noticeWatermark(of rule: NoticeRule.ID) throws(StoreError) -> Date? {
        try reading { database in
            try database.date(
                sql: "SELECT considered_to FROM notice_watermark WHERE rule = ?",
                arguments: [rule.value])
        }
    }

    /// The notice of a rule that waits for a channel and was never tried, and where its period begins;
    /// `nil` where there is none.
    ///
    /// The next one takes its place, and tells its period too: a channel that is shut for a week gets
    /// one message when it is opened, not all that it missed.
    package func waitingNotice(of rule: NoticeRule.ID, to channel: NoticeChannel.ID)
        throws(StoreError) -> (id: Int64, after: Date)?
    {
        try reading { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT id, after FROM notice
                    WHERE rule = ? AND channel = ? AND state = 'pending' AND attempts = 0
                    ORDER BY id LIMIT 1
                    """, arguments: [rule.value, channel.value]
            ).map { ($0["id"], Date(unixSeconds: $0["after"] as Int64)) }
        }
    }

    /// Keeps that a rule was considered for a period, and what is to be sent because of it.
    ///
    /// - Parameters:
    ///   - keys: of the notice in each channel; empty where nothing is worth sending.
    ///   - replaced: by channel, the one that waits there and whose place and period it takes.
    package func planNotices(
        of rule: NoticeRule.ID, _ window: NoticeWindow, keys: [NoticeChannel.ID: String],
        replacing replaced: [NoticeChannel.ID: Int64] = [:], now: Date
    ) throws(StoreError) {
        try writing { database in
            for (channel, key) in keys.sorted(by: { $0.key.value < $1.key.value }) {
                if let waiting = replaced[channel] {
                    let moved = try database.countChanges(
                        sql: """
                            UPDATE notice SET key = ?1, through = ?2, content = NULL, reason = NULL,
                                not_before = NULL, claim = claim + 1
                            WHERE id = ?3 AND state = 'pending' AND attempts = 0
                            """, arguments: [key, window.through.unixSeconds, waiting])
                    guard moved == 0 else { continue }
                }
                try database.execute(
                    sql: """
                        INSERT INTO notice (rule, channel, key, after, through, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                    arguments: [
                        rule.value, channel.value, key, window.after.unixSeconds,
                        window.through.unixSeconds, now.unixSeconds,
                    ])
            }
            try database.execute(
                sql: """
                    INSERT INTO notice_watermark VALUES (?, ?)
                    ON CONFLICT (rule) DO UPDATE SET considered_to = excluded.considered_to
                    WHERE excluded.considered_to > notice_watermark.considered_to
                    """, arguments: [rule.value, window.through.unixSeconds])
        }
    }

    /// Which rule a notice is of, and which period it covers.
    package func noticeOrigin(_ id: Int64) throws(StoreError) -> (
        rule: NoticeRule.ID, window: NoticeWindow
    )? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT rule, after, through FROM notice WHERE id = ?",
                arguments: [id]
            ).map { row in
                (
                    rule: NoticeRule.ID(row["rule"]),
                    window: NoticeWindow(
                        after: Date(unixSeconds: row["after"] as Int64),
                        through: Date(unixSeconds: row["through"] as Int64))
                )
            }
        }
    }
}
