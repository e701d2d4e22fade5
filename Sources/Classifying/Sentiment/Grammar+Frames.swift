/// Words that say something only together with others: that one waited, what was promised, who asks.
extension Grammar {
    /// What a term does in a construction.
    ///
    /// Few texts hold any, so these are kept apart from what each word does in its sentence.
    struct Frame: OptionSet, Sendable {
        let rawValue: UInt32

        /// Says how a thing was, and may be no more: `used to`, `kiedyś`, `agrāk`.
        static let formerly = Self(rawValue: 1 << 0)
        /// Says that it still is so: `and still`, `nadal`, `joprojām`.
        static let lasting = Self(rawValue: 1 << 1)
        /// Loving what is done: `love`, `uwielbiam`, `patīk`.
        static let delight = Self(rawValue: 1 << 2)
        /// What nobody loves to do: `queueing`, `stać w kolejce`, `stāvēt rindā`.
        static let ordeal = Self(rawValue: 1 << 3)
        /// What nobody loves to do where a sum follows, or that it was for nothing: `paying`.
        static let paying = Self(rawValue: 1 << 4)
        /// What one pays, beside numbers: `quid`, `for nothing`.
        static let sum = Self(rawValue: 1 << 5)
        /// What was said or advertised to come: `promised`, `obiecali`, `solīja`.
        static let promise = Self(rawValue: 1 << 6)
        /// The time by now, or that nothing came: `it's Friday`, `cisza`.
        static let overdue = Self(rawValue: 1 << 7)
        /// Getting in touch: `emailed`, `pisałam`, `zvanīju`.
        static let contact = Self(rawValue: 1 << 8)
        /// What came of it: `silence`, `cisza`, `klusums`.
        static let silence = Self(rawValue: 1 << 9)
        /// With a negated verb, says that not even so little was done: `pat`, `nawet nie`.
        static let even = Self(rawValue: 1 << 10)
        /// Begins what somebody else could not do: `what`, `czego`, `ko`.
        static let relative = Self(rawValue: 1 << 11)
        /// Not being able to do it, or not doing it: `couldn't`, `nie umiał`, `nespēja`.
        static let unable = Self(rawValue: 1 << 12)
        /// Whoever may answer: `anyone`, `ktoś`, `kāds`.
        static let anyone = Self(rawValue: 1 << 13)
        /// Making dearer: `raised`, `podniósł`, `pacēla`.
        static let raising = Self(rawValue: 1 << 14)
        /// What is made dearer: `prices`, `abonament`, `cenas`.
        static let price = Self(rawValue: 1 << 15)
        /// Who is no brand: `competitors`, `rząd`, `kaimiņš`.
        static let bystander = Self(rawValue: 1 << 16)
        /// What it is no fault to leave undone: `notice`, `mrugn*`, `neprasīja`.
        static let harmless = Self(rawValue: 1 << 17)
        /// Getting in touch, by whoever is named before: `called`.
        static let reaching = Self(rawValue: 1 << 19)
        /// Says that it was worth it: `worth it`, `warto`.
        static let worth = Self(rawValue: 1 << 20)
        /// What one had oneself, when it was so: `I used to have`.
        static let recalling = Self(rawValue: 1 << 21)
        /// Begins as a denied verb does and is none: `nedēļ*`.
        static let noVerb = Self(rawValue: 1 << 18)
        /// Leads from who speaks to what is said, or back: `said`, `według`, `norādīja`.
        static let saying = Self(rawValue: 1 << 22)
        /// Begins a clause of what may be: `ja`.
        static let supposing = Self(rawValue: 1 << 23)
        /// Begins a clause of what is meant to be, or a greeting: `lai`.
        static let purpose = Self(rawValue: 1 << 24)
        /// Says what one thought, feared or was told would be, or what others say: `myślałam`, `niby`, `visi saka`.
        static let expecting = Self(rawValue: 1 << 25)
        /// Begins what it was instead: `a`, `okazało się`.
        static let turningOut = Self(rawValue: 1 << 26)
        /// Of what says what was expected, that it was hoped for: blame is none of that.
        static let hoped = Self(rawValue: 1 << 27)
        /// Begins what somebody asks or does not know: `asked if`, `pytała czy`, `nezinu vai`.
        static let whether = Self(rawValue: 1 << 28)
        /// Says how it is by now: `now`, `teraz`, `tagad`.
        static let nowadays = Self(rawValue: 1 << 29)
    }

    typealias Frames = [(term: String, frame: Frame)]

    static func frames(of lists: [(Frame, String)]) -> Frames {
        lists.flatMap { frame, terms in
            terms.split(separator: ",").map {
                (term: $0.split(separator: " ").joined(separator: " "), frame: frame)
            }
        }
    }

    static let englishFrames: [(Frame, String)] = [
        (.formerly, "used to be, used to have, used to love, used to like, once was, was once"),
        (.lasting, "still is, still are, and still, still the, always will"),
        (
            .promise,
            """
            promised, promises, promising, said they'd, said they would, said it would,
            said it'd, said you'd, said you would, was told, were told, meant to, supposed to,
            advertise, advertises, advertised, claims, claim
            """
        ),
        (
            .overdue,
            """
            it's monday, it's tuesday, it's wednesday, it's thursday, it's friday, it's saturday,
            it's sunday, it's now monday, it's now tuesday, it's now wednesday, it's now thursday,
            it's now friday, it is monday, it is tuesday, it is wednesday, it is thursday, it is friday,
            it is saturday, it is sunday, it's been, still waiting, still sitting,
            still nothing, nothing yet, nothing since, nothing happened, crickets, never did, never came, nobody came,
            no one came, nobody did, no one did
            """
        ),
        (
            .contact,
            """
            email, emails, e-mail, e-mails, emailed, e-mailed, wrote, written, messaged, tweeted, called,
            phoned, rang, calls, message, messages, letter, letters, ticket, tickets, dm, dms, dm'd
            """
        ),
        (
            .silence,
            """
            silence, crickets, no answer, no reply, no response, no word, not a word, not a peep, ignored,
            no one answers, nobody answers, zero response, zero reply
            """
        ),
        (
            .even,
            """
            didn't even, doesn't even, don't even, wouldn't even, couldn't even, can't even, won't even,
            hasn't even, haven't even, did not even, does not even, do not even, could not even,
            didnt even, doesnt even, dont even, couldnt even, wont even
            """
        ),
        (.relative, "what, where, things"),
        (
            .unable,
            """
            couldn't, could not, can't, cannot, couldnt, cant, didn't, did not, doesn't, does not, doesnt, don't,
            do not, dont, won't, hasn't, has none, has not, never could, never did, failed to, fails to
            """
        ),
        (.anyone, "anyone, anybody, any one, who has, who here, who's, has someone, did someone"),
        (
            .raising,
            """
            raised, raises, raising, raise, hiked, hikes, hiking, upped, ups, jacked up, bumped up, put up,
            puts up, putting up, doubled
            """
        ),
        (
            .price,
            """
            price, prices, fee, fees, bill, bills, tariff, tariffs, subscription, fares, fare, charges
            """
        ),
    ]

    static let polishFrames: [(Frame, String)] = [
        (.formerly, "kiedyś, kiedys, dawniej, niegdyś, rok temu, lata temu, lat temu"),
        (.lasting, "nadal, dalej, wciąż, i jest, tak samo, jeszcze lepiej"),
        (
            .promise,
            """
            obiecał, obiecała, obiecali, obiecano, obiecuje, obiecują, obiecywał, obiecywali, zapewniał,
            zapewniała, zapewniali, zapewnia, zapewniają, reklamuje, reklamują, miał przyjechać, miał być, miała być,
            miało być, miały być, miał oddzwonić, mieli oddzwonić, mieli przyjechać, miała oddzwonić
            """
        ),
        (
            .overdue,
            """
            jest poniedziałek, jest wtorek, jest środa, jest czwartek, jest piątek, jest sobota,
            jest niedziela, jest już poniedziałek, jest już wtorek, jest już środa, jest już czwartek,
            jest już piątek, mamy poniedziałek, mamy wtorek, mamy środę, mamy czwartek,
            mamy piątek, mamy sobotę, mamy niedzielę, do dziś, do dzisiaj, do teraz, nadal nic, dalej nic,
            wciąż nic, i nic, cisza, minął tydz*, minął mies*, minęły, minęło, nadal czekam, dalej czekam, wciąż czekam
            """
        ),
        (
            .contact,
            """
            mail, maila, maile, maili, mejl, pisałam, pisałem, napisałam, napisałem, piszę, pisaliśmy, dzwoniłam,
            dzwoniłem, dzwonię, wiadomość, wiadomości, zgłoszenie, zgłoszenia, reklamacja, reklamację,
            zgłaszałam, zgłaszałem, zgłosiłam, zgłosiłem, pismo, pisma, monit
            """
        ),
        (
            .silence,
            """
            cisza, milczenie, bez odpowiedzi, bez odzewu, zero odpowiedzi, zero odzewu, brak odpowiedzi,
            brak odzewu, ani słowa, głucha cisza, żadnej odpowiedzi, żadnego odzewu, echo
            """
        ),
        (.even, "nawet nie"),
        (.relative, "co, czego, czym, gdzie, tam gdzie, z czym, czemu"),
        (
            .unable,
            """
            nie umiał*, nie umie, nie potrafi*, nie mógł, nie mogła, nie mogli, nie może, nie zdołał*, nie ma,
            nie działa*, nie daje, nie dał, nie dała, nie dali, męczy* się, nie radzi*, nie zrobił*, nie chciał*
            """
        ),
        (.anyone, "ktoś, ktos, kto, ktokolwiek, komuś, kogoś"),
        (
            .raising,
            """
            podniósł, podniosła, podnieśli, podnosi, podnoszą, podwyższył, podwyższyła, podwyższyli,
            podwyższa, podwyższają, podniesiono, podwyżka, podwyżki, podwyżkę
            """
        ),
        (
            .price,
            "ceny, cenę, cen, abonament, abonamentu, opłaty, opłatę, stawki, rachunek, prowizję, prowizje"
        ),
    ]

    static let latvianFrames: [(Frame, String)] = [
        (
            .formerly,
            """
            agrāk, kādreiz, savulaik, senāk, pirms gada, pirms gadiem, pirms diviem gadiem,
            pirms pāris gadiem
            """
        ),
        (.lasting, "joprojām, vēl arvien, arī tagad, arī šodien, tikpat"),
        (
            .promise,
            """
            solīja, apsolīja, sola, solīts, apsolīts, solījās, solās, solījāt, solījuši, reklamē, reklāmā, teica ka būs,
            teica ka atbrauks, teica ka zvanīs, teica ka piezvanīs
            """
        ),
        (
            .overdue,
            """
            ir pirmdiena, ir otrdiena, ir trešdiena, ir ceturtdiena, ir piektdiena, ir sestdiena,
            ir svētdiena, pulkstenis, joprojām nekā, vēl nekā, un nekā, nekas nenotiek, nekas nenotika, un nekas, neviena nav,
            klusums, joprojām gaidu, vēl gaidu, vēl arvien gaidu, gaidu joprojām, pagāja nedēļ*, pagājis mēn*
            """
        ),
        (
            .contact,
            """
            rakstīju, aizrakstīju, uzrakstīju, rakstu, rakstījām, zvanīju, zvanu, zvanījām, piezvanīju,
            vēstuli, vēstule, vēstules, e-pastu, e-pasts, e-pastā, epastu, iesniegumu, pieteikumu, sūdzību,
            ziņu, ziņas
            """
        ),
        (
            .silence,
            """
            klusums, klusē, bez atbildes, nekādas atbildes, ne atbildes, atbildes nav, ne vārda, ne čiku,
            ne ziņas, ne miņas, nulle reakcijas, nekādas reakcijas, bez reakcijas, nevienas atbildes
            """
        ),
        (.even, "pat, tā arī, vispār, nemaz"),
        (.relative, "ko, kur, ar ko"),
        (
            .unable,
            """
            nevarēja, nespēja, nevar, nespēj, nestrādā, nestrādāja, nav, neprot, neprata, nedod, nedeva, neizdevās,
            nepiedāvā, neizdarīja
            """
        ),
        (.anyone, "kāds, kads, kurš, kādam"),
        (.supposing, "ja"),
        (.purpose, "lai"),
        (
            .raising,
            """
            pacēla, paceļ, pacēluši, pacēlis, pacēlusi, ceļ, cēla, palielināja, palielina, paaugstināja, sadārdzināja,
            sadārdzina, sadārdzinājis, sadārdzinājusi, sadārdzinās
            """
        ),
        (
            .price,
            """
            cenu, cenas, maksu, abonentmaksu, abonēšanas maksu, tarifu, tarifus, komisiju, komisijas, rēķinu,
            rēķinus, biļešu cenas
            """
        ),
    ]
}
