extension Grammar {
    static let english = Grammar(
        [
            (.conjunction, "and, &, plus, or"),
            (
                .subordinator,
                """
                because, since, which, who, whose, when, while, whereas, that's why, whenever
                """
            ),
            (
                [.subordinator, .contrasting],
                "unlike, compared to, compared with, in contrast to, as opposed to"
            ),
            (.negativeWord, "never, nothing, nobody, no one, nowhere, none, neither"),
            (.better, "better, superior"),
            (.worse, "worse, inferior"),
            (.prefer, "prefer, prefers, preferred, i'd take, would take, choose, chose"),
            (.less, "less"),
            (.than, "than"),
            (.looseThan, "to, over"),
            (
                .switching,
                """
                switch, switched, switching, changed, changing, change, leaving, leave, ditched,
                ditching, swapped, migrated, migrating
                """
            ),
            (.moving, "moved, moving, move, left, went, going"),
            (.from, "from, off, away from"),
            (.to, "to, over to, for, with"),
            (
                .hour,
                """
                at one, at two, at three, at four, at five, at six, at seven, at eight, at nine, at ten,
                at eleven, at twelve, at noon, at half, at 1*, at 2*, at 3*, at 4*, at 5*, at 6*, at 7*,
                at 8*, at 9*
                """
            ),
            (.never, "never, nowhere, haven't, havent, hasn't, hasnt, hadn't, won't find"),
            (.such, "such, so, more"), (.none, "no, nothing, zero, any"),
            (.thinking, "think, believe, find, feel, say, doubt, suppose, sure"),
            (.concession, "although, even though, even if, despite the fact, in spite of the fact"),
            (.despite, "despite, in spite of, notwithstanding"),
            (
                .place,
                "street, st, road, rd, avenue, lane, square, museum, park, bridge, hill, bay, hotel, island"
            ),
            (.thanks, "thanks, thank you, thx, ty, tia, cheers, thank u"),
            (.only, "only, just, merely, simply"),
            (.pity, "shame, pity, too bad, sad that, sadly, unfortunately"),
            (.condition, "if, in case, in the event"), (.why, "why, how come"),
            (
                .counted,
                """
                of our, of my, of the, of your, of their, of us, of them, of all, customers,
                clients, people, persons, adults, americans, britons, europeans, users, respondents,
                passengers, flyers, travellers, travelers, patients, doctors, students, children,
                kids, parents, women, men, voters, workers, employees, households, families,
                companies, businesses, firms, cases, homes, drivers, shoppers, buyers, visitors,
                guests, subscribers, members, players, times
                """
            ),
        ] + englishOfPosts + englishOfBrands,
        frames: englishFrames + englishOrdeals + englishBystanders + englishExpectations,
        negatedBeginnings: [
            "not ", "no ", "never ", "can't ", "cannot ", "don't ", "doesn't ", "didn't ", "won't ",
            "isn't ", "wasn't ", "nothing ", "nobody ",
        ],
        comparativeEndings: ["er"], besideNounEndings: ["er"],
        notComparatives: """
            danger disaster anger bother suffer murder slaughter scammer fraudster swindler \
            murderer killer cancer monster loser cheater gangster hunger hater shocker winner \
            banger lifesaver volunteer customer manager answer voucher counter super
            """,
        referringWords: """
            it they this that these those he she which s re is are was were works work much way far even \
            still so also definitely clearly simply and but a lot bit
            """,
        prepositions: "in at with from for on to by of via through",
        determiners: "the a an my our your this that these those all such some so much more yet",
        commaWords: "if that",
        speech: .english, accents: "")

    static let polish = Grammar(
        [
            (.conjunction, "i, oraz, a, lub, albo, więc, dlatego, a także, no i"),
            (
                .subordinator,
                """
                że, bo, ponieważ, gdyż, który, która, które, którzy, którego, której, którym, których,
                którą, gdy, kiedy, żeby, aby, podczas gdy, odkąd, ze względu
                """
            ),
            (
                [.subordinator, .contrasting],
                "w przeciwieństwie do, w porównaniu, w odróżnieniu od"
            ),
            (
                .negativeWord,
                """
                nic, nikt, nigdy, nigdzie, żaden, żadna, żadne, żadnego, żadnej, żadnych, żadnym,
                niczego, nikogo, nikomu, niczym, ani
                """
            ),
            (.better, "lepszy, lepsza, lepsze, lepszego, lepszej, lepszą, lepsi, lepszych, lepiej"),
            (.worse, "gorszy, gorsza, gorsze, gorszego, gorszej, gorszą, gorsi, gorszych, gorzej"),
            (.prefer, "wolę, wolimy, woli, wolałem, wolałam, wybieram, wybrałem, wybrałam"),
            (.less, "mniej"),
            (.than, "niż, niz, niźli, aniżeli"),
            (.looseThan, "od, ode, jak"),
            (
                .switching,
                """
                przeszed*, przeszł*, przejść, przechodz*, przejdę, przejd*, przenios*, przenosz*,
                przenieść, przeniesi*, zmieniłem, zmieniłam, zmieniam, zmieniamy, zmienić, zmieniliśmy,
                zmienił, zmieniła, zmienię, zmienimy, uciec, ucieknę, uciekniemy, rozstanie, rozstaję,
                uciekam, uciekł*, uciekaj*, odchodz*, odszed*, odeszł*, rezygnuj*,
                zrezygnowa*, przesiadł*, przesiadam, przerzuci*, zamieniłem, zamieniłam
                """
            ),
            (.moving, "wracam, wrócił*"),
            (.from, "z, ze, od"),
            (.never, "nigdy, nigdzie, dawno, jeszcze nie, w życiu, jeszcze nigdy, od dawna"),
            (.such, "tak, taki, taka, takie, takiego, takiej, takich, taką, takim, bardziej"),
            (
                .none,
                """
                nie ma, nic, nie było, nie znajdziecie, nie znajdziesz, nie znam, brak, zero, żadn*,
                ani jednej, ani jednego
                """
            ),
            (
                .thinking,
                """
                sądzę, sądzimy, uważam, uważamy, wydaje, myślę, myślimy, twierdzę, powiem, powiedziałbym,
                powiedziałabym, wierzę, wątpię, sadze, uwazam, mysle
                """
            ),
            (
                .concession,
                "chociaż, choć, mimo że, mimo iż, pomimo że, pomimo iż, mimo ze, pomimo ze"
            ),
            (.despite, "mimo, pomimo, wbrew"),
            (
                .place,
                """
                ulica, ulicy, ulicę, ulicą, ul, plac, placu, aleja, alei, aleje, rondo, rondzie, osiedle,
                osiedlu, muzeum, most, park, parku
                """
            ),
            (
                .thanks,
                "dziękuję, dzięki, dziękujemy, dzieki, dziekuje, dziękuje, thx, dziena, dziekuję"
            ),
            (
                .isNot,
                "nie jest, nie są, nie był, nie była, nie było, nie byli, nie były, nie będzie"
            ),
            (.only, "po prostu, prostu"), (.pity, "szkoda, niestety"),
            (.condition, "jeśli, jeżeli, jesli, jezeli, gdyby, gdybym, w razie, w przypadku"),
            (.why, "dlaczego, czemu, po co, za co"),
            (
                .counted,
                """
                z nas, z nich, z was, naszych, klientów, klientek, osób, ludzi, polaków, polek,
                użytkowników, ankietowanych, badanych, respondent*, pasażerów, pacjentów, pacjentek,
                lekarzy, uczniów, studentów, dzieci, rodziców, kobiet, mężczyzn, wyborców,
                pracowników, gospodarstw*, rodzin, firm, przypadk*, mieszkań*, kierowców,
                kupujących, gości, abonent*, graczy, dorosłych, europejczyk*, przedsiębiorc*,
                przedsiębiorstw
                """
            ),
            (.to, "do, na"),
        ] + polishOfPosts + polishOfBrands,
        frames: polishFrames + polishOrdeals + polishBystanders + polishExpectations,
        negatedBeginnings: ["nie ", "nic ", "brak ", "bez ", "żadn", "zero "],
        negativeWordsAgree: true,
        comparativeEndings: [
            "szy", "sza", "sze", "szego", "szej", "szych", "szym", "szą", "si", "iej", "ej",
        ],
        besideNounEndings: ["szego", "szej", "szych", "szą"],
        ownEndings: "łem łam liśmy łyśmy ę em my sz trzeba",
        pastEndings: "ł ła ło li ły łem łam", capitalsAreNames: true,
        quotesDoubt: true,
        referringWords: """
            to on ona ono oni one jest są był była było były działa działają o wiele dużo znacznie \
            zdecydowanie też także również nawet i a ale pewno raczej chyba już wcale
            """,
        prepositions: "w we z ze u od do na dla przy przez o po",
        determiners:
            "to ten ta tę tą te taki taka taką takie mój moją moje nasz naszą nasze całą cały tak aż tyle",
        commaWords:
            "że żeby aby by gdyby jakby jeśli jeżeli gdy kiedy bo co czego czy ile gdzie kto który która które",
        speech: .polish, accents: polishAccents)

    static let latvian = Grammar(
        [
            (.conjunction, "un, vai, kā arī, tāpēc, tādēļ, tad"),
            (
                .subordinator,
                """
                ka, jo, kas, kurš, kura, kuri, kuras, kuru, kuram, kurai, kad, kamēr, lai, tāpēc ka
                """
            ),
            (
                [.subordinator, .contrasting],
                "atšķirībā no, salīdzinot ar, salīdzinājumā ar, pretstatā"
            ),
            (
                .negativeWord,
                """
                nekas, neko, nekam, nekad, neviens, neviena, nevienu, nevienam, nevienā, nekur, nekādi,
                nekāds, nekāda, nekādu, nekādas, nepavisam, nemaz, ne
                """
            ),
            (
                .better,
                """
                labāks, labāka, labāki, labākas, labāku, labākais, labākā, labāk
                """
            ),
            (.worse, "sliktāks, sliktāka, sliktāki, sliktākas, sliktāku, sliktākais, sliktāk"),
            (.prefer, "dodu priekšroku, izvēlos, izvēlējos"),
            (.less, "mazāk"),
            (.than, "nekā"),
            (.looseThan, "par, kā"),
            (
                .switching,
                """
                pārgāj*, pāriet*, pārej*, pāriešu, pārieš*, pārnāc*, nomainīj*, nomainī*, mainīju,
                mainu, mainām, mainīšu, mainīsim, bēgt, bēgšu, šķirties, šķiros, pametu, pārslēdz*
                """
            ),
            (.moving, "aizgāju, aizeju, aizgājām, pārcēl*, atgriezos"),
            (.from, "no"),
            (.to, "uz, pie, pret"),
            (.never, "nekad, nekur, sen, vēl nekad, mūžā"),
            (.such, "tik, tāds, tāda, tādu, tādi, tādas"),
            (
                .none,
                """
                nav, nekas, nekā, neko, nebija, nekādu, nekādas, nekādi, nekādiem, ne vienas, ne viena,
                neviena, nevienas
                """
            ),
            (
                .thinking,
                """
                nedomāju, nedomājam, neticu, nešķiet, neliekas, neteiktu, neuzskatu, šaubos, domāju,
                nedomaju, neskiet, nesaku
                """
            ),
            (
                .concession,
                "lai gan, kaut gan, lai arī, kaut arī, neskatoties uz to, kaut ari, lai ari"
            ),
            (.despite, "par spīti, neskatoties uz, par spiti"),
            (
                .place,
                """
                iela, ielā, ielas, ielu, ielai, laukums, laukumā, muzejs, muzejā, muzeja, muzeju, parks,
                parkā, tilts, tilta, gatve, gatvē, prospekts
                """
            ),
            (.thanks, "paldies, paldies jau, pateicos, paldiesss, paldieņš"),
            (.isNot, "nav, nebija, nebūs"), (.only, "vienkārši, tiešām"),
            (.pity, "žēl, diemžēl"),
            (.condition, "ja, gadījumā ja, ja nu"), (.why, "kāpēc, kādēļ, kamdēļ, par ko"),
            (
                .counted,
                """
                no mums, no viņiem, no jums, mūsu, klienti, klientiem, klientu, cilvēk*,
                iedzīvotāj*, latvieš*, lietotāj*, aptaujāt*, respondent*, pasažier*, pacient*,
                ārsti, ārstiem, ārstu, skolēn*, student*, bērn*, vecāk*, siev*, vīrieš*, vēlētāj*,
                darbiniek*, mājsaimniec*, ģimen*, uzņēmumi, uzņēmumiem, uzņēmumu, gadījum*,
                autovadītāj*, pircēj*, viesi, viesiem, viesu, abonent*, spēlētāj*, pieaugušaj*,
                eiropieš*
                """
            ),
        ] + latvianOfPosts + latvianOfBrands,
        frames: latvianFrames + latvianOrdeals + latvianBystanders + latvianExpectations,
        negatedBeginnings: ["ne", "nav ", "bez "], negativeWordsAgree: true,
        comparativeEndings: [
            "āks", "āka", "āki", "ākas", "āku", "ākam", "ākais", "ākā", "ākie", "āk",
        ],
        besideNounEndings: ["ākas", "āka", "āku"], denyingPrefix: "ne",
        ownEndings: "u ām am vajag vajadzēja", pastEndings: "ja ju ika",
        capitalsAreNames: true, quotesDoubt: true, smileToSomebody: 0.5,
        referringWords: """
            tas tā tie tās viņš viņa viņi ir bija strādā darbojas daudz krietni noteikti arī pat un bet
            """,
        prepositions: "no uz pie ar par pa caur",
        determiners: "to šo tādu manu mūsu savu tik tā",
        commaWords: "ka lai ja kad jo ko kas kā nekā kurš kura kuru bet vai cik kur",
        speech: .latvian,
        accents: latvianAccents, hasDigraphs: true)
}
