import Model

/// How tickets stand, as the digest's page shows it.
struct TicketsView {
    struct ListView {
        let ticketListName: String
        let ticketItems: [ItemView]
        /// How many more there are; `nil` for none.
        let ticketsLeftOut: String?
    }

    struct ItemView {
        let ticketUrgency: String
        let ticketUrgencyClass: String
        let ticketTeam: String
        let ticketDeadline: String
        let ticketLink: OutsideLink?
        /// What it is about; its key where nothing is left of that.
        let ticketName: String
    }

    struct TeamView {
        let ticketTeamName: String
        let teamTickets: String
        let teamAnswered: String
        let teamLate: String
        let teamUnknown: String
        let teamReopened: String
        let teamMedian: String
        let teamMost: String
    }

    let ticketCount: String
    let ticketLists: [ListView]
    let hasTicketTeams: Bool
    let ticketTeams: [TeamView]

    init(
        _ standing: TicketStanding, names: PageNames, calendar: LocalCalendar, words: PageWords
    ) {
        func number(_ count: Int) -> String { words.report.number(count) }
        func time(_ minutes: Int?) -> String {
            minutes.map(words.length(inMinutes:)) ?? "–"
        }
        ticketCount =
            "\(words.ticketsOpen(standing)), "
            + "\(number(standing.waiting)) \(words.ticketsWaiting)"
        ticketLists = [(words.overdue, standing.overdue), (words.dueSoon, standing.dueSoon)]
            .filter { !$1.isEmpty }
            .map { name, items in
                let left = items.count - Self.shown
                return ListView(
                    ticketListName: name,
                    ticketItems: items.prefix(Self.shown).map { item in
                        ItemView(
                            ticketUrgency: words.severity(item.severity),
                            ticketUrgencyClass: item.severity.rawValue,
                            ticketTeam: names.team(item.team)
                                + (item.stories.map { " · \(words.report.stories($0))" } ?? ""),
                            ticketDeadline: words.report.shortDateAndTime(
                                calendar.moment(of: item.answerBy)),
                            ticketLink: OutsideLink(item.address),
                            ticketName: item.post?.title ?? item.key)
                    },
                    ticketsLeftOut: left > 0
                        ? "… " + NoticeWords(words.report.language).more(left) : nil)
            }
        hasTicketTeams = !standing.teams.isEmpty
        ticketTeams = standing.teams.map { team in
            TeamView(
                ticketTeamName: names.team(team.team), teamTickets: number(team.tickets),
                teamAnswered: number(team.answered), teamLate: number(team.late),
                teamUnknown: number(team.unknown), teamReopened: number(team.reopened),
                teamMedian: time(team.medianMinutes), teamMost: time(team.ninthDecileMinutes))
        }
    }

    // MARK: - Private

    /// Of each list: who has more late is helped by no longer one.
    private static let shown = 30
}
