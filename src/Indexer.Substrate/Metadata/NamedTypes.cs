namespace Indexer.Substrate.Metadata;

/// <summary>
/// Makes the registry of types that metadata before version 14 lacks, from the names that the pallets give their types and
/// the tables that say what a name stands for.
/// </summary>
internal sealed class NamedTypes
{
    private const string Call = "Call";
    private const string Event = "Event";

    private static readonly Dictionary<string, TypeText> Table = V13Types
        .Lines.Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(line => line[0], line => TypeTextReader.Read(line[1]), StringComparer.Ordinal);

    private readonly List<PortableType> types = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    internal NamedTypes()
    {
        CallType = Reserve(Call);
        EventType = Reserve(Event);
    }

    /// <summary>The types so far.</summary>
    internal IReadOnlyList<PortableType> Types => types;

    /// <summary>The enum of all pallets' calls.</summary>
    internal int CallType { get; }

    /// <summary>The enum of all pallets' events.</summary>
    internal int EventType { get; }

    /// <summary>The id of the type that a text names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pallet">The pallet in which it stands: some names stand for something else in each.</param>
    /// <param name="place">Where in the pallet, for errors.</param>
    internal int Resolve(string text, string pallet, string place)
    {
        try
        {
            return Resolve(TypeTextReader.Read(text), new Place(pallet, $"{pallet}.{place}"));
        }
        catch (FormatException exception)
        {
            return Unknown($"the type of {pallet}.{place} is in no known notation: {exception.Message}");
        }
    }

    /// <summary>The type of a tuple.</summary>
    internal int Tuple(IReadOnlyList<int> fields) =>
        Intern(
            $"({string.Join(',', fields)})",
            () => new CompositeType([.. fields.Select(field => new TypeField(Name: null, field, TypeName: null))])
        );

    /// <summary>The enum of a pallet's calls or events.</summary>
    internal int Variants(IReadOnlyList<TypeVariant> variants) => Add([], new VariantType(variants));

    /// <summary>The calls and events of all pallets are known from now on.</summary>
    internal void Complete(IEnumerable<TypeVariant> calls, IEnumerable<TypeVariant> events)
    {
        types[CallType] = new PortableType([Call], NoParameters, new VariantType([.. calls]));
        types[EventType] = new PortableType([Event], NoParameters, new VariantType([.. events]));
    }

    private static Dictionary<string, int?> NoParameters => [];

    private int Resolve(TypeText text, Place place) =>
        text switch
        {
            TypeText.Named named => Named(named, place),
            TypeText.Array array => Array(Resolve(array.Element, place), array.Length),
            TypeText.Sequence sequence => Sequence(Resolve(sequence.Element, place)),
            TypeText.Struct tuple when tuple.Fields.All(field => field.Name is null) => Tuple([
                .. tuple.Fields.Select(field => Resolve(field.Type, place)),
            ]),
            _ => Add([], Definition(text, place)),
        };

    private int Named(TypeText.Named named, Place place)
    {
        var (name, arguments) = named;
        return (name, arguments.Count) switch
        {
            ("Box", 1) => Resolve(arguments[0], place),
            ("Vec" or "VecDeque" or "BoundedVec" or "WeakBoundedVec" or "BTreeSet", >= 1) => Sequence(
                Resolve(arguments[0], place)
            ),
            ("BTreeMap", 2) => Sequence(Tuple([Resolve(arguments[0], place), Resolve(arguments[1], place)])),
            ("Option", 1) => Option(Resolve(arguments[0], place)),
            ("Result", 2) => Result(Resolve(arguments[0], place), Resolve(arguments[1], place)),
            ("Compact", 1) => Compact(Resolve(arguments[0], place)),
            ("PhantomData", _) => Tuple([]),
            ("OpaqueCall", 0) => OpaqueCall(place),
            _ => Enum.TryParse<Primitive>(name, ignoreCase: true, out var primitive) && char.IsAsciiLetterLower(name[0])
                ? Intern(name, () => new PrimitiveType(primitive))
                : OfTable(name, place),
        };
    }

    /// <summary>A name of the pallet's own comes before one that all share.</summary>
    private int OfTable(string name, Place place)
    {
        var own = $"{place.Pallet}.{name}";
        var key = Table.ContainsKey(own) ? own : name;
        if (ids.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!Table.TryGetValue(key, out var text))
        {
            return Unknown($"the type {name} of {place.Path} is not known");
        }

        if (text is not (TypeText.Struct or TypeText.Enum))
        {
            return ids[key] = Resolve(text, place);
        }

        var id = Reserve(key);
        types[id] = new PortableType([name], NoParameters, Definition(text, place));
        return id;
    }

    private TypeDefinition Definition(TypeText text, Place place) =>
        text switch
        {
            TypeText.Struct composite => new CompositeType(Fields(composite.Fields, place)),
            TypeText.Enum variants => new VariantType([
                .. variants.Cases.Select(item => new TypeVariant(item.Name, item.Index, Fields(item.Fields, place))),
            ]),
            _ => throw new InvalidOperationException($"{text} is defined by itself."),
        };

    private IReadOnlyList<TypeField> Fields(IReadOnlyList<TypeText.Field> fields, Place place) =>
        [.. fields.Select(field => new TypeField(field.Name, Resolve(field.Type, place), TypeName: null))];

    private int Sequence(int element) => Intern($"Vec<{element}>", () => new SequenceType(element));

    private int Array(int element, uint length) =>
        Intern($"[{element};{length}]", () => new ArrayType(element, length));

    private int Compact(int inner) => Intern($"Compact<{inner}>", () => new CompactType(inner));

    private int Option(int some) =>
        Intern(
            $"Option<{some}>",
            () => new VariantType([new TypeVariant("None", 0, []), new TypeVariant("Some", 1, [Only(some)])]),
            "Option"
        );

    private int Result(int ok, int error) =>
        Intern(
            $"Result<{ok},{error}>",
            () => new VariantType([new TypeVariant("Ok", 0, [Only(ok)]), new TypeVariant("Err", 1, [Only(error)])]),
            "Result"
        );

    /// <summary>A call with its length before it.</summary>
    private int OpaqueCall(Place place)
    {
        const string Name = "WrapperKeepOpaque";
        if (!ids.TryGetValue(Name, out var id))
        {
            var length = Compact(Resolve(new TypeText.Named("u32", []), place));
            ids[Name] = id = types.Count;
            var parameters = new Dictionary<string, int?>(StringComparer.Ordinal) { ["T"] = CallType };
            types.Add(new PortableType([Name], parameters, new CompositeType([Only(length), Only(CallType)])));
        }

        return id;
    }

    private static TypeField Only(int type) => new(Name: null, type, TypeName: null);

    private int Unknown(string problem) => Add([], new UnknownType(problem));

    private int Intern(string key, Func<TypeDefinition> define, params IReadOnlyList<string> path) =>
        ids.TryGetValue(key, out var id) ? id : ids[key] = Add(path, define());

    private int Reserve(string key)
    {
        var id = Add([], new UnknownType($"the type {key} is not complete"));
        ids[key] = id;
        return id;
    }

    private int Add(IReadOnlyList<string> path, TypeDefinition definition)
    {
        types.Add(new PortableType(path, NoParameters, definition));
        return types.Count - 1;
    }

    private sealed record Place(string Pallet, string Path);
}
