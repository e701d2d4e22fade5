package import Foundation
import GRDB
package import Model

// Which notices are to be sent, and what of.
extension Store {
    /// Up to when a rule has been considered; `nil` before the first time.
    package func noticeWatermark(of rule: NoticeRule.ID) throws(StoreError) -> Date? {
        try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT considered_to FROM notice_watermark WHERE rule = ?",
                arguments: [rule.value]
            ).map(Date.init(unixSeconds:))
        }
    }

    /// Up to when any rule has been considered; `nil` before the first time.
    package func lastNoticeEnd() throws(StoreError) -> Date? {
        try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT max(considered_to) FROM notice_watermark"
            ).map(Date.init(unixSeconds:))
        }
    }

    /// Keeps that a rule was considered for a period, and what is to be sent because of it.
    ///
    /// - Parameter keys: of the notice in each channel; empty where nothing is worth sending.
    package func planNotices(
        of rule: NoticeRule.ID, _ window: NoticeWindow, keys: [NoticeChannel.ID: String], now: Date
    ) throws(StoreError) {
        try writing { database in
            for (channel, key) in keys.sorted(by: { $0.key.value < $1.key.value }) {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO notice (rule, channel, key, after, through, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        rule.value, channel.value, key, window.after.unixSeconds,
                        window.through.unixSeconds, now.unixSeconds,
                    ])
            }
            try database.execute(
                sql: """
                    INSERT INTO notice_watermark VALUES (?, ?)
                    ON CONFLICT (rule) DO UPDATE
                        SET considered_to = max(considered_to, excluded.considered_to)
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
