namespace Alys.BrowserTests;

/// <summary>People of a journey, each at a browser profile of her own.</summary>
internal abstract class Journey(SecureHost alys, TrustingChromium chromium) : IAsyncDisposable
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    /// <summary>A person at the day page, signed in the first time she is needed.</summary>
    protected async Task<Person> At(string name)
    {
        if (!_people.TryGetValue(name, out var person))
        {
            person = await Comes(name);
            await person.SignIn();
        }
        else
        {
            await person.Home();
        }
        return person;
    }

    /// <summary>A person with a new browser profile, at no page yet.</summary>
    protected async Task<Person> Comes(string name) => _people[name] = await Person.At(await chromium.Profile(alys.Portal), name);

    /// <summary>A person where she was left.</summary>
    protected Person Still(string name) => _people[name];

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) await person.DisposeAsync();
        await chromium.DisposeAsync();
    }
}
