using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using static Indexer.Substrate.Tests.Calls.CallMaker;

namespace Indexer.Substrate.Tests.Calls;

/// <summary>
/// A random tree of calls that is made, and carried out as the pallets do it: each part runs, deposits its events, and
/// fails or succeeds; what a failure of an atomic part takes back is gone. Calls that work on the ground deposit events of
/// no kind that tells of calls. It knows nothing of how the index reads them.
/// </summary>
internal sealed class RandomExecution(Layout layout, int seed)
{
    private const int Extrinsic = 3;
    private readonly Random random = new(seed);
    private readonly List<SubstrateEvent> events = [];
    private List<Performed> performed = [];
    private int eventIndex = seed % 7;
    private int calls;

    /// <summary>A call that was carried out, for whom, and the events that it deposited.</summary>
    internal sealed record Performed(SubstrateCall Call, AccountId? Origin, int FirstEvent, int EndEvent);

    /// <summary>A motion that was carried out: its call, the event that says so, and what was carried out in it.</summary>
    internal sealed record Motion(SubstrateCall Call, SubstrateEvent Executed, IReadOnlyList<Performed> Performed);

    private sealed record Part(SubstrateCall Call, Func<AccountId?, bool> Run);

    public IReadOnlyList<SubstrateEvent> Events => events;

    public IReadOnlyList<Performed> Expected => performed;

    /// <summary>The calls that the chain had stored, by the approval that had them carried out.</summary>
    public Dictionary<SubstrateCall, SubstrateCall> Stored { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Motion> Motions { get; } = [];

    /// <summary>Plays an extrinsic.</summary>
    public SubstrateExtrinsic Play(int depth)
    {
        var signer = Account(1);
        var part = Holder(depth);
        Emit("Balances", "Withdraw");
        var isOk = Atomic(() => part.Run(signer));
        Emit("TransactionPayment", "TransactionFeePaid");
        Emit("System", isOk ? "ExtrinsicSuccess" : "ExtrinsicFailed");
        return new SubstrateExtrinsic(Extrinsic, signer, part.Call);
    }

    /// <summary>Plays the task of a block that enacts a referendum, or any other; the event that ends it.</summary>
    public (SubstrateCall Call, SubstrateEvent End, SubstrateEvent? Executed, SubstrateCall Enacted) PlayTask(int depth)
    {
        var part = Make(depth);
        var isEnactment = layout.EnactsByCall && Chance(2);
        var end = default(SubstrateEvent)!;
        var executed = default(SubstrateEvent);
        var isOk = Atomic(() => part.Run(null));
        if (isEnactment)
        {
            executed = Emit("Democracy", "Executed", Number(7), Result(isOk));
        }

        end = Emit("Scheduler", "Dispatched", Number(5), Number(0), Result(isEnactment || isOk));
        var task = isEnactment
            ? Call(
                "Democracy",
                "enact_proposal",
                calls++,
                [],
                ("proposal_hash", Bytes(new byte[32])),
                ("index", Number(7))
            )
            : part.Call;
        return (task, end, executed, part.Call);
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T One<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private SubstrateEvent Emit(string pallet, string name, params ScaleValue[] values)
    {
        var fields = Fields($"{pallet}.{name}", [.. values.Select((value, place) => ($"f{place}", value))]);
        var emitted = new SubstrateEvent(eventIndex++, Extrinsic, pallet, name, fields);
        events.Add(emitted);
        return emitted;
    }

    /// <summary>What fails in it is taken back with its events.</summary>
    private bool Atomic(Func<bool> run)
    {
        var (before, index, done, motions) = (events.Count, eventIndex, performed.Count, Motions.Count);
        if (run())
        {
            return true;
        }

        events.RemoveRange(before, events.Count - before);
        performed.RemoveRange(done, performed.Count - done);
        Motions.RemoveRange(motions, Motions.Count - motions);
        eventIndex = index;
        return false;
    }

    /// <summary>A part; any of them may be refused before it begins, by a filter or for a wrong argument.</summary>
    private Part Make(int depth)
    {
        var part = depth == 0 || Chance(5) ? Ground() : Holder(depth - 1);
        return Chance(9) ? part with { Run = static _ => false } : part;
    }

    private Part Holder(int depth) =>
        random.Next(15) switch
        {
            0 or 1 or 2 => Batch("batch", depth),
            3 => Batch("batch_all", depth),
            4 or 5 => Batch(layout.Forced ?? "batch", depth),
            6 or 7 => Proxy(depth),
            8 => Derivative(depth),
            9 or 10 => AsMulti(depth),
            11 => ApproveAsMulti(depth),
            12 => MultiOfOne(depth),
            13 => Close(depth),
            _ => Privileged(depth),
        };

    private Part Ground()
    {
        var (call, isOk, noise) = (Call("Democracy", "remove_vote", random.Next(4), []), !Chance(4), random.Next(3));
        return new Part(
            call,
            origin =>
            {
                var first = eventIndex;
                if (!isOk)
                {
                    return false;
                }

                for (var i = 0; i < noise; i++)
                {
                    Emit("Democracy", "Something");
                }

                performed.Add(new Performed(call, origin, first, eventIndex));
                return true;
            }
        );
    }

    private List<Part> Items(int depth) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Make(depth))];

    private Part Batch(string name, int depth)
    {
        var items = Items(depth);
        var call = Call("Utility", name, 100 + calls++, [.. items.Select(item => item.Call)]);
        return new Part(call, name == "batch_all" ? origin => Atomic(() => All(items, origin)) : Some);

        bool Some(AccountId? origin)
        {
            var failed = new List<ScaleValue>();
            foreach (var (place, item) in items.Index())
            {
                if (Atomic(() => item.Run(origin)))
                {
                    EndItem();
                }
                else if (name == "batch")
                {
                    Emit("Utility", "BatchInterrupted", Number(place), Case("BadOrigin"));
                    return true;
                }
                else
                {
                    failed.Add(Number(place));
                    Emit(
                        "Utility",
                        "ItemFailed",
                        layout.NumbersFailures ? [Number(place), Case("Other")] : [Case("Other")]
                    );
                }
            }

            Emit("Utility", failed.Count == 0 ? "BatchCompleted" : "BatchCompletedWithErrors");
            return true;
        }
    }

    private bool All(List<Part> items, AccountId? origin)
    {
        foreach (var item in items)
        {
            if (!item.Run(origin))
            {
                return false;
            }

            EndItem();
        }

        Emit("Utility", "BatchCompleted");
        return true;
    }

    private void EndItem()
    {
        if (layout.EndsItems)
        {
            Emit("Utility", "ItemCompleted");
        }
    }

    private Part Proxy(int depth)
    {
        var (inner, real) = (Make(depth), Account((byte)random.Next(2, 5)));
        var call = Call(
            "Proxy",
            One("proxy", "proxy_announced"),
            100 + calls++,
            [inner.Call],
            ("real", Chance(2) ? Of(real) : Case("Id", Of(real)))
        );
        return new Part(call, _ => Stating(inner, real, "Proxy", "ProxyExecuted"));
    }

    private bool Stating(Part inner, AccountId? origin, string pallet, string name, params ScaleValue[] fields)
    {
        var isOk = Atomic(() => inner.Run(origin));
        Emit(pallet, name, [.. fields, Result(isOk)]);
        return true;
    }

    private Part Derivative(int depth)
    {
        var (inner, index) = (Make(depth), (ushort)random.Next(65_536));
        var isTicket = Chance(3);
        var call = isTicket
            ? Call("Lottery", "buy_ticket", 100 + calls++, [inner.Call])
            : Call("Utility", "as_derivative", 100 + calls++, [inner.Call], ("index", Number(index)));
        return new Part(
            call,
            origin => origin is { } account && inner.Run(isTicket ? account : CallMaker.Derivative(account, index))
        );
    }

    private Part MultiOfOne(int depth)
    {
        var (inner, others) = (Make(depth), Others());
        var call = Call(
            "Multisig",
            "as_multi_threshold_1",
            100 + calls++,
            [inner.Call],
            ("other_signatories", Accounts(others))
        );
        return new Part(call, origin => origin is { } account && inner.Run(Multisig([account, .. others], 1)));
    }

    private List<AccountId> Others() =>
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(i => Account((byte)(50 + i)))];

    private Part AsMulti(int depth)
    {
        var (inner, others, way) = (Make(depth), Others(), random.Next(6));
        var stores = layout.StoresCalls && Chance(3);
        (string, ScaleValue)[] fields = [("threshold", Number(2)), ("other_signatories", Accounts(others))];
        var call = Call(
            "Multisig",
            "as_multi",
            100 + calls++,
            [inner.Call],
            layout.StoresCalls ? [.. fields, ("store_call", ScaleBool.Of(stores))] : fields
        );
        return new Part(
            call,
            origin =>
            {
                if (origin is not { } account)
                {
                    return false;
                }

                var (first, id) = (eventIndex, Multisig([account, .. others], 2));
                var hash = Blake2(inner.Call.Encoded.ToArray());
                if (way > 2)
                {
                    return Stating(
                        inner,
                        id,
                        "Multisig",
                        "MultisigExecuted",
                        Of(account),
                        Number(1),
                        Of(id),
                        Bytes(hash)
                    );
                }

                if (way == 0 && !stores)
                {
                    return false;
                }

                if (way != 0)
                {
                    Approve(way == 1, account, id, hash);
                }

                if (stores)
                {
                    performed.Add(new Performed(call, origin, first, eventIndex));
                }

                return true;
            }
        );
    }

    private void Approve(bool isFirst, AccountId account, AccountId id, byte[] hash)
    {
        if (isFirst)
        {
            Emit("Multisig", "NewMultisig", Of(account), Of(id), Bytes(hash));
        }
        else
        {
            Emit("Multisig", "MultisigApproval", Of(account), Number(1), Of(id), Bytes(hash));
        }
    }

    private Part ApproveAsMulti(int depth)
    {
        var (stored, others) = (Make(depth), Others());
        var way = random.Next(layout.StoresCalls ? 5 : 2);
        var hash = Blake2(stored.Call.Encoded.ToArray());
        var call = Call(
            "Multisig",
            "approve_as_multi",
            100 + calls++,
            [],
            ("threshold", Number(2)),
            ("other_signatories", Accounts(others)),
            ("call_hash", Bytes(hash))
        );
        Stored[call] = stored.Call;
        return new Part(
            call,
            origin =>
            {
                if (origin is not { } account)
                {
                    return false;
                }

                var id = Multisig([account, .. others], 2);
                if (way < 2)
                {
                    Approve(way == 0, account, id, hash);
                    return true;
                }

                var (first, place) = (eventIndex, performed.Count);
                Stating(stored, id, "Multisig", "MultisigExecuted", Of(account), Number(1), Of(id), Bytes(hash));
                if (events[^1].Fields.Variant(events[^1].Fields.Count - 1).Name == "Ok")
                {
                    performed.Insert(place, new Performed(call, id, first, eventIndex));
                }

                return true;
            }
        );
    }

    private Part Close(int depth)
    {
        var (body, motion, isApproved) = (One("Council", "TechnicalCommittee"), Make(depth), !Chance(3));
        var hash = Blake2(motion.Call.Encoded.ToArray());
        var call = Call(body, One("close", "close_old_weight"), 100 + calls++, [], ("proposal_hash", Bytes(hash)));
        return new Part(
            call,
            origin =>
            {
                var first = eventIndex;
                Emit(body, "Closed", Bytes(hash), Number(2), Number(1));
                if (!isApproved)
                {
                    Emit(body, "Disapproved", Bytes(hash));
                }
                else
                {
                    Emit(body, "Approved", Bytes(hash));
                    var outside = performed;
                    performed = [];
                    var isOk = Atomic(() => motion.Run(null));
                    var executed = Emit(body, "Executed", Bytes(hash), Result(isOk));
                    if (isOk)
                    {
                        Motions.Add(new Motion(motion.Call, executed, performed));
                    }

                    performed = outside;
                }

                performed.Add(new Performed(call, origin, first, eventIndex));
                return true;
            }
        );
    }

    /// <summary>What only the root or a member of a collective may do; here everybody may.</summary>
    private Part Privileged(int depth)
    {
        var (inner, who, body) = (Make(depth), Account(9), One("Council", "TechnicalCommittee"));
        var hash = Bytes(Blake2(inner.Call.Encoded.ToArray()));
        var number = 100 + calls++;
        switch (random.Next(layout.HasDispatchAs ? 6 : 4))
        {
            case 0:
                return new Part(
                    Call("Sudo", One("sudo", "sudo_unchecked_weight"), number, [inner.Call]),
                    _ => Stating(inner, null, "Sudo", "Sudid")
                );
            case 1:
                return new Part(
                    Call("Sudo", "sudo_as", number, [inner.Call], ("who", Of(who))),
                    _ => Stating(inner, who, "Sudo", "SudoAsDone")
                );
            case 2:
                return new Part(
                    Call(body, "execute", number, [inner.Call]),
                    _ => Stating(inner, null, body, "MemberExecuted", hash)
                );
            case 3:
                return new Part(
                    Call(body, "propose", number, [inner.Call], ("threshold", Number(1))),
                    _ => Stating(inner, null, body, "Executed", hash)
                );
            case 4:
                return new Part(Call("Utility", "with_weight", number, [inner.Call]), _ => inner.Run(null));
            default:
                return new Part(
                    Call(
                        "Utility",
                        "dispatch_as",
                        number,
                        [inner.Call],
                        ("as_origin", Case("system", Case("Signed", Of(who))))
                    ),
                    _ => Stating(inner, who, "Utility", "DispatchedAs")
                );
        }
    }
}
