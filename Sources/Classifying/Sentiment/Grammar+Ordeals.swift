/// What nobody loves, whoever says so: "love waiting in line", "recommended to anyone who enjoys sleeping at the
/// airport".
extension Grammar {
    static let englishOrdeals: [(Frame, String)] = [
        (.delight, "love, loving, loves, adore, enjoy, enjoying, enjoys, likes"),
        (
            .ordeal,
            """
            waiting in, waiting on hold, waiting an, waiting for an hour, waiting for hours, waiting hours,
            being on hold, being put on hold, being ignored, being charged, being told, being lied to,
            being hung up, being cut off, being stuck, being overcharged, queueing, queuing, standing in line,
            standing in the, getting charged, getting ignored, sitting on hold, hours on hold,
            a night at the airport, a night on the airport, a night on the floor, the night at the airport,
            the night on the floor, a night in the airport, nights at the airport, sleeping on airport,
            sleeping on the floor, sleeping on floors, sleeping at the airport, sleeping at airports,
            sleeping in airports, talking to bots, talking to a bot, talking to robots, hold music,
            long queues, long lines, hidden fees, hidden charges, cold food
            """
        ),
        (.paying, "paying"),
        (.sum, "for nothing, quid, bucks, a fortune, twice, double"),
    ]

    static let polishOrdeals: [(Frame, String)] = [
        (
            .delight,
            """
            uwielbiam, kocham, lubię, uwielbiamy, ubóstwiam, lubi, lubią, lubisz, lubicie, uwielbia,
            uwielbiają, uwielbiasz, uwielbiacie, kocha, kochają
            """
        ),
        (
            .ordeal,
            """
            stać w kolej*, stać pół, stać godzin*, czekać godzin*, czekać pół, czekać na infolin*,
            czekać na połączen*, wisieć na, być ignorowan*, czekać tydzień, czekać dwa, czekać trzy,
            noc na lotnisku, nocleg na lotnisku, noc na podłodze, noc na dworcu, godziny na lotnisku,
            godzin na lotnisku, godziny na infolinii, godzinę na infolinii, spać na lotnisk*, spać na podło*,
            spać na dworcu, spanie na lotnisk*, spanie na podło*, nocować na lotnisk*, zimne jedzenie,
            długie kolejki, stać w korkach, gadać z bot*, rozmawiać z bot*, ukryte opłaty
            """
        ),
        (.paying, "płacić, dopłacać, przepłacać"),
        (.sum, "stówę, stówkę, dwie stówy, stówki, za nic, za powietrze, podwójnie, dwa razy"),
    ]

    static let latvianOrdeals: [(Frame, String)] = [
        (.delight, "patīk, dievinu, obožāju, mīlu, mīl, dievina"),
        (
            .ordeal,
            """
            stāvēt rindā, stāvēt stund*, gaidīt stund*, stundu gaidīt, stundām gaidīt, gaidīt rindā,
            gaidīt uz līnijas, karāties uz līnijas, klausīties gaidīšanas, nakti lidostā, naktī lidostā,
            nakti uz grīdas, nakti uz, stundām lidostā, stundas lidostā, gaidīšanu lidostā, gulēt uz lidostas,
            gulēt lidostā, nakšņot lidostā, garas rindas, garās rindas, stāvēt sastrēgum*, aukstu ēdienu,
            runāt ar robot*, slēptās maksas, slēptas maksas
            """
        ),
        (.paying, "maksāt, pārmaksāt"),
        (.sum, "par neko, par gaisu, dubulti, divreiz, eiriks, eirikus, simtnieku"),
    ]
}
