### What reasons, caveats, changes and comparisons say in English. Same keys as de.ftl.

# Shared with a film named or liked
themes-seed = { $count ->
    [one] It shares a theme with { $seed }: { $values }.
   *[other] It shares themes with { $seed }: { $values }.
}
moods-seed = The mood is close to { $seed }: { $values }.
style-seed = It is made in a way that recalls { $seed }: { $values }.
music-style-seed = It works with sound as { $seed } does: { $values }.
keywords-seed = What connects it with { $seed }: { $values }.
genres-seed = { $count ->
    [one] It shares a genre with { $seed }: { $values }.
   *[other] It mixes the same genres as { $seed }: { $values }.
}
directors-seed = Directed by { $name }, who also made { $seed }.
writers-seed = Written by { $name }, who also wrote { $seed }.
music-seed = The music is by { $name }, who also scored { $seed }.
cinematography-seed = Shot by { $name }, who was also behind the camera of { $seed }.
cast-seed = With { $name }, who is also in { $seed }.
cast-roles-seed = { $name }, here as { $role }, was { $seedrole } in { $seed }.
year-seed = { $gap ->
    [0] It came out in { $year }, the same year as { $seed }.
    [one] It came out in { $year }, one year apart from { $seed }.
   *[other] It came out in { $year }, only { $gap } years apart from { $seed }.
}
story-near-seed = Its story comes close to { $seed }: “{ $quote }”
themes-near-seed = It asks something that { $seed } asks too: “{ $quote }”
mood-near-seed = It feels close to { $seed }: “{ $quote }”
look-near-seed = It looks at its world much as { $seed } does: “{ $quote }”
music-near-seed = It sounds close to { $seed }: “{ $quote }”
acting-near-seed = The acting recalls { $seed }: “{ $quote }”
reception-near-seed = What is said of it comes close to { $seed }: “{ $quote }”

# Asked for in words
themes-wish = You asked for “{ $words }”, and it takes that up: { $values }.
moods-wish = You asked for “{ $words }”; the mood here is { $values }.
style-wish = You asked for “{ $words }”; this is how it is made: { $values }.
story-near-wish = Close to what you describe: “{ $quote }”
themes-near-wish = This answers your request: “{ $quote }”
mood-near-wish = How it feels, close to what you ask for: “{ $quote }”
look-near-wish = How it looks, close to what you ask for: “{ $quote }”
music-near-wish = How it sounds, close to what you ask for: “{ $quote }”
acting-near-wish = On the acting, close to what you ask for: “{ $quote }”
reception-near-wish = What is said of it, close to your request: “{ $quote }”
keywords-wish = Your words name what it is about: { $values }.
genres-asked = The genre you asked for: { $values }.
countries-asked = Made where you asked for: { $values }.
awards-asked = It won what you asked for: { $values }.
languages-asked = Spoken in the language you asked for: { $values }.
providers-asked = It runs on { $values }, as you asked.
directors-asked = Directed by { $name }, whom you asked for.
writers-asked = Written by { $name }, whom you asked for.
music-asked = The music is by { $name }, whom you asked for.
cinematography-asked = Shot by { $name }, whom you asked for.
cast-asked = With { $name }, whom you asked for.
cast-role-asked = { $name }, whom you asked for, plays { $role }.
year-asked = It is from { $year }, within the years you named.
runtime-asked = At { $minutes } minutes it has the length you asked for.

# What a critique asked for
critique-funnier = Funnier, as you wished: { $values }.
critique-sadder = Sadder, as you wished: { $values }.
critique-darker = Darker, as you wished: { $values }.
critique-lighter = Lighter, as you wished: { $values }.
critique-slower = Slower, as you wished: { $values }.
critique-faster = Faster, as you wished: { $values }.
critique-more_romantic = More romantic, as you wished: { $values }.
critique-stranger = Stranger, as you wished: { $values }.
critique-less_violent = Gentler, as you wished: { $values }.
critique-more_exciting = More exciting, as you wished: { $values }.

# Said of the film alone, where nothing was asked
themes-own = It tells of this: { $values }.
moods-own = The mood: { $values }.
note-own = One of our notes on it: “{ $quote }”
review-own = { $author } on it: “{ $quote }”
story-own = How it begins: “{ $quote }”
said-by = { $said } ({ $author })

# One honest word of warning
caveat-weak = Only distantly like { $seed }: nothing closer is in the catalogue.
caveat-weak-wish = Only distantly what you describe: nothing closer is in the catalogue.
caveat-longer = At { $minutes } minutes it is { $more } minutes longer than { $seed }.
caveat-long = It is long: { $minutes } minutes.
caveat-bleaker = It is a good deal bleaker than { $seed }: { $values }.
caveat-lighter = It is a good deal lighter than { $seed }: { $values }.
caveat-harsher = Harsher than { $seed }: { $values }.
caveat-older = It is from { $year }, { $gap } years before { $seed }.
caveat-silent = It is a silent film from { $year }.

# What a critique changed
changed-shorter = Shorter now: { $span }.
changed-longer = Longer now: { $span }.
changed-newer = Newer now: { $span }.
changed-older = Older now: { $span }.
minutes-span = { $same ->
    [yes] { $low } minutes
   *[no] all between { $low } and { $high } minutes
}
years-span = { $same ->
    [yes] from { $low }
   *[no] all from { $low } to { $high }
}
changed-funnier = Looking for funnier films now{ $values }.
changed-sadder = Looking for sadder films now{ $values }.
changed-darker = Looking for darker films now{ $values }.
changed-lighter = Looking for lighter films now{ $values }.
changed-slower = Looking for slower films now{ $values }.
changed-faster = Looking for faster films now{ $values }.
changed-more_romantic = Looking for more romantic films now{ $values }.
changed-stranger = Looking for stranger films now{ $values }.
changed-less_violent = Looking for less violent films now{ $values }.
changed-more_exciting = Looking for more exciting films now{ $values }.
changed-less_known = Looking for lesser-known films now.
changed-better_known = Looking for better-known films now.
changed-different = Looking for something quite different now.
changed-values = : { $values }

# The condition that costs most
relief-years = the years
relief-runtime_minutes = the length
relief-max_age = the age limit
relief-seen = films you have seen
relief-shown = films already shown
relief-critique = “{ $direction }”
relief-terms = { $name }
relief-without_terms = without { $name }
direction-shorter = shorter
direction-longer = longer
direction-newer = newer
direction-older = older

# Comparing two films
compare-themes = Both share these themes: { $values }.
compare-moods = The same mood in both: { $values }.
compare-style = Made alike: { $values }.
compare-genres = The same genre: { $values }.
compare-people = { $name } worked on both.
compare-story = The two stories touch: “{ $quote }” and “{ $other }”
differ-themes = { $left } is about { $leftvalues }; { $right } about { $rightvalues }.
differ-moods = { $left } is { $leftvalues }; { $right } is { $rightvalues }.
differ-genres = { $left }: { $leftvalues }; { $right }: { $rightvalues }.
differ-style = { $left }: { $leftvalues }; { $right }: { $rightvalues }.
differ-runtime = { $left } runs { $leftvalues } minutes, { $right } { $rightvalues }.
differ-year = { $left } is from { $leftvalues }, { $right } from { $rightvalues }.
