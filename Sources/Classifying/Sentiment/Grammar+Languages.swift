extension Grammar {
    static let english = Grammar(
        [
            (.conjunction, "and, &, plus, or"),
            (
                .subordinator,
                """
                because, since, which, who, whose, when, while, whereas, that's why, unlike, whenever,
                compared to, compared with
                """
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
                switch, switched, switching, moved, moving, move, changed, changing, change, left,
                leaving, leave, ditched, ditching, swapped, migrated, migrating, went, going
                """
            ),
            (.from, "from, off, away from"),
            (.to, "to, over to, for, with"),
        ],
        negatedBeginnings: [
            "not ", "no ", "never ", "can't ", "cannot ", "don't ", "doesn't ", "didn't ", "won't ",
            "isn't ", "wasn't ", "nothing ", "nobody ",
        ],
        comparativeEndings: ["er"])

    static let polish = Grammar(
        [
            (.conjunction, "i, oraz, a, lub, albo, więc, dlatego, a także, no i"),
            (
                .subordinator,
                """
                że, bo, ponieważ, gdyż, który, która, które, którzy, którego, której, którym, których,
                którą, gdy, kiedy, żeby, aby, podczas gdy, w przeciwieństwie do, w porównaniu, odkąd,
                ze względu
                """
            ),
            (
                .negativeWord,
                """
                nic, nikt, nigdy, nigdzie, żaden, żadna, żadne, żadnego, żadnej, żadnych, żadnym,
                niczego, nikogo, nikomu, niczym, ani
                """
            ),
            (.better, "lepszy, lepsza, lepsze, lepszego, lepszej, lepsi, lepszych, lepiej"),
            (.worse, "gorszy, gorsza, gorsze, gorszego, gorszej, gorsi, gorszych, gorzej"),
            (.prefer, "wolę, wolimy, woli, wolałem, wolałam, wybieram, wybrałem, wybrałam"),
            (.less, "mniej"),
            (.than, "niż, niz, niźli, aniżeli"),
            (.looseThan, "od, ode, jak"),
            (
                .switching,
                """
                przeszed*, przeszł*, przejść, przechodz*, przejdę, przejd*, przenios*, przenosz*,
                przenieść, przeniesi*, zmieniłem, zmieniłam, zmieniam, zmieniamy, zmienić, zmieniliśmy,
                zmienił, zmieniła, uciekam, uciekł*, uciekaj*, odchodz*, odszed*, odeszł*, rezygnuj*,
                zrezygnowa*, przesiadł*, przesiadam, przerzuci*, wracam, wrócił*, zamieniłem, zamieniłam
                """
            ),
            (.from, "z, ze, od"),
            (.to, "do, na"),
        ],
        negatedBeginnings: ["nie ", "nic ", "brak ", "bez "],
        comparativeEndings: [
            "szy", "sza", "sze", "szego", "szej", "szych", "szym", "szą", "si", "iej", "ej",
        ])

    static let latvian = Grammar(
        [
            (.conjunction, "un, vai, kā arī, tāpēc, tādēļ, tad"),
            (
                .subordinator,
                """
                ka, jo, kas, kurš, kura, kuri, kuras, kuru, kuram, kurai, kad, kamēr, lai, tāpēc ka,
                atšķirībā no, salīdzinot ar, salīdzinājumā ar
                """
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
                mainu, aizgāju, aizeju, aizgājām, pametu, pārslēdz*, pārcēl*, atgriezos
                """
            ),
            (.from, "no"),
            (.to, "uz, pie, pret"),
        ],
        negatedBeginnings: ["ne", "nav ", "bez "],
        comparativeEndings: [
            "āks", "āka", "āki", "ākas", "āku", "ākam", "ākais", "ākā", "ākie", "āk",
        ])
}
