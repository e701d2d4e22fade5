/// The words of posts to companies: what came again, what one is thanked for, what one asks to know.
extension Grammar {
    static let englishOfPosts: [(Function, String)] = [
        (
            .again,
            """
            again, another, yet another, yet again, once more, third, fourth, fifth, sixth, 3rd, 4th, 5th, 6th,
            7th, 8th, 9th, 10th, repeatedly, day after day, week after week
            """
        ),
        (.thankedFor, "for"),
        (
            .inquiring,
            """
            is it possible, is it ok, is it okay, can i, can we, could i, could we, may i, may we,
            do i, do we, am i able, are we able, will i, will we, how do i, how do we, how can i,
            how can we, how to, how much is, how much are, how much does, how many, how early, how late,
            what happens, what time, where can i, where can we, where do i, where do we, who can i,
            who do i, do you have, do you offer, do you sell, do you accept, do you know if, do you know when,
            are you open, can you tell me, could you tell me, can anyone tell me, has it been, any chance,
            what do i do if, what do we do if, who should i, who should we, is there a way to,
            is there any way to
            """
        ),
    ]

    static let polishOfPosts: [(Function, String)] = [
        (
            .again,
            """
            znowu, znów, ponownie, kolejny, kolejna, kolejne, kolejną, kolejnego, kolejnej, kolejnych,
            po raz, trzeci, trzecia, trzecie, trzecią, trzeciego, czwarty, czwarta, czwarte, czwartą,
            piąty, piąta, piąte, piątą, szósty, szósta, szóste
            """
        ),
        (.thankedFor, "za, że"),
        (
            .inquiring,
            """
            czy można, czy mogę, czy możemy, czy da się, czy są, czy trzeba, czy muszę, czy potrzebuję,
            czy macie, czy ktoś wie, czy wiecie, czy wiadomo, jak mogę, jak można, jak zrobić,
            jak zmienić, jak anulować, jak zrezygnować, jak zwrócić, jak zgłosić, jak sprawdzić,
            gdzie mogę, gdzie można, gdzie znajdę, gdzie kupię, gdzie zgłosić, ile kosztuje, ile trwa,
            ile wynosi, o której, do której, od której, do kiedy, od kiedy, jaki jest, jaka jest,
            jakie są, co zrobić, co robić, kto może
            """
        ),
    ]

    static let latvianOfPosts: [(Function, String)] = [
        (
            .again,
            """
            atkal, kārtējais, kārtējā, kārtējo, kārtējie, kārtējās, kārtējos, vēlreiz, vēl viens,
            vēl viena, vēl vienu, trešais, trešā, trešo, trešie, trešās, trešos, ceturtais, ceturtā,
            ceturto, ceturtie, piektais, piektā, piekto, sestais, sestā, sesto
            """
        ),
        (.thankedFor, "par, ka"),
        (
            .inquiring,
            """
            vai var, vai varu, vai varam, vai drīkst, vai iespējams, vai ir iespējams, vai vajag,
            vai jums ir, vai kāds zina, vai zināt, kā var, kā varu, kā nomainīt, kā atcelt, kā atteikties,
            kā atgriezt, kā pieteikt, kā pārbaudīt, kur var, kur varu, kur atrast, kur nopirkt,
            kur pieteikt, cik maksā, cik būs, cikos, līdz cikiem, no cikiem, kāds ir, kāda ir, kādi ir,
            kas jādara, ko darīt, kurš var
            """
        ),
    ]
}
