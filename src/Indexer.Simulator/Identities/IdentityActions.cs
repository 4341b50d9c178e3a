using Indexer.Simulator.Parachain;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Identities;

/// <summary>The calls of the pallet of identities, as signed extrinsics.</summary>
internal sealed class IdentityActions(ParachainStory story, IdentityState state)
{
    private static readonly string[] Opinions =
    [
        "Unknown",
        "Reasonable",
        "KnownGood",
        "OutOfDate",
        "LowQuality",
        "Erroneous",
    ];
    private static readonly UInt128 Deposit = 20_000_000_000;

    public void Play(IdentityActionKind kind, Prng random)
    {
        var who = story.Anybody(random).Account;
        var other = story.Anybody(random).Account;
        var known = state.Stated.Keys.Order().ToList();
        switch (kind)
        {
            case IdentityActionKind.AddRegistrar:
                Sign(
                    who,
                    "add_registrar",
                    [who],
                    () =>
                    {
                        state.Registrars.Add(who);
                        Changed("Registrars");
                        Emit("RegistrarAdded", (uint)state.Registrars.Count - 1);
                    }
                );
                break;
            case IdentityActionKind.MoveRegistrar when state.Registrars.Count > 0:
                var moved = random.Below(state.Registrars.Count);
                Sign(
                    state.Registrars[moved],
                    "set_account_id",
                    [(uint)moved, who],
                    () =>
                    {
                        state.Registrars[moved] = who;
                        Changed("Registrars");
                    }
                );
                break;
            case IdentityActionKind.Set:
                Set(who, Datum.Any(random), Datum.Any(random));
                break;
            case IdentityActionKind.Clear when known.Count > 0:
                who = random.Pick(known);
                Sign(who, "clear_identity", [], () => Remove(who, "IdentityCleared"));
                break;
            case IdentityActionKind.Kill when known.Count > 0:
                other = random.Pick(known);
                Sign(who, "kill_identity", [new ScaleChoice("Id", other)], () => Remove(other, "IdentityKilled"));
                break;
            case IdentityActionKind.Ask or IdentityActionKind.Judge when known.Count > 0 && state.Registrars.Count > 0:
                Judge(random.Pick(known), (uint)random.Below(state.Registrars.Count), kind, random);
                break;
            case IdentityActionKind.SetSubs or IdentityActionKind.AddSub when known.Count > 0 && other != who:
                Adopt(random.Pick(known), [who, other], kind, random);
                break;
            case IdentityActionKind.RenameSub
            or IdentityActionKind.RemoveSub
            or IdentityActionKind.QuitSub when state.Parents.Count > 0:
                Part(random.Pick([.. state.Parents.Keys.Order()]), kind, random);
                break;
        }
    }

    private void Set(AccountId who, Datum display, Datum email) =>
        Sign(
            who,
            "set_identity",
            [IdentityState.Info(display, email)],
            () =>
            {
                // What is sticky stays: good and bad opinions fall with the data they were about.
                var kept = state.Stated.TryGetValue(who, out var before)
                    ? before.Judgements.Where(one => one.Value is "FeePaid" or "Erroneous")
                    : [];
                state.Stated[who] = (display, email, new(kept.ToDictionary()));
                Changed("IdentityOf", who);
                Emit("IdentitySet", who);
            }
        );

    private void Remove(AccountId who, string told)
    {
        state.Stated.Remove(who);
        Changed("IdentityOf", who);
        foreach (var sub in SubsOf(who))
        {
            Release(sub);
        }
        Emit(told, who, Deposit);
    }

    private void Judge(AccountId target, uint registrar, IdentityActionKind kind, Prng random)
    {
        var judgements = state.Stated[target].Judgements;
        if (kind == IdentityActionKind.Judge)
        {
            var opinion = random.Pick(Opinions);
            object?[] arguments = [registrar, new ScaleChoice("Id", target), opinion];
            Sign(
                state.Registrars[(int)registrar],
                "provide_judgement",
                arguments,
                () =>
                {
                    judgements[registrar] = opinion;
                    Changed("IdentityOf", target);
                    Emit("JudgementGiven", target, registrar);
                }
            );
        }
        else if (!judgements.TryGetValue(registrar, out var asked))
        {
            Sign(
                target,
                "request_judgement",
                [registrar, (UInt128)9],
                () =>
                {
                    judgements[registrar] = "FeePaid";
                    Changed("IdentityOf", target);
                    Emit("JudgementRequested", target, registrar);
                }
            );
        }
        else if (asked == "FeePaid")
        {
            Sign(
                target,
                "cancel_request",
                [registrar],
                () =>
                {
                    judgements.Remove(registrar);
                    Changed("IdentityOf", target);
                    Emit("JudgementUnrequested", target, registrar);
                }
            );
        }
    }

    private void Adopt(AccountId parent, AccountId[] wanted, IdentityActionKind kind, Prng random)
    {
        var subs = wanted
            .Where(sub => !state.Parents.TryGetValue(sub, out var old) || old.Parent == parent)
            .Select(sub => (Account: sub, Name: Datum.Any(random)))
            .ToList();
        if (kind == IdentityActionKind.SetSubs)
        {
            var argument = subs.Select(sub => (object?)new object?[] { sub.Account, sub.Name.Value }).ToList();
            Sign(
                parent,
                "set_subs",
                [argument],
                () =>
                {
                    foreach (var before in SubsOf(parent))
                    {
                        Release(before);
                    }
                    foreach (var (account, name) in subs)
                    {
                        Name(account, parent, name);
                    }
                }
            );
        }
        else if (subs.Find(sub => !state.Parents.ContainsKey(sub.Account)) is { Name: not null } added)
        {
            Sign(
                parent,
                "add_sub",
                [new ScaleChoice("Id", added.Account), added.Name.Value],
                () =>
                {
                    Name(added.Account, parent, added.Name);
                    Emit("SubIdentityAdded", added.Account, parent, Deposit);
                }
            );
        }
    }

    private void Part(AccountId sub, IdentityActionKind kind, Prng random)
    {
        var parent = state.Parents[sub].Parent;
        var name = Datum.Any(random);
        if (kind == IdentityActionKind.RenameSub)
        {
            Sign(parent, "rename_sub", [new ScaleChoice("Id", sub), name.Value], () => Name(sub, parent, name));
            return;
        }
        var (by, call, told) =
            kind == IdentityActionKind.QuitSub
                ? (sub, "quit_sub", "SubIdentityRevoked")
                : (parent, "remove_sub", "SubIdentityRemoved");
        object?[] arguments = kind == IdentityActionKind.QuitSub ? [] : [new ScaleChoice("Id", sub)];
        Sign(
            by,
            call,
            arguments,
            () =>
            {
                Release(sub);
                Emit(told, sub, parent, Deposit);
            }
        );
    }

    private List<AccountId> SubsOf(AccountId parent) =>
        [.. state.Parents.Where(entry => entry.Value.Parent == parent).Select(entry => entry.Key)];

    private void Name(AccountId sub, AccountId parent, Datum name)
    {
        state.Parents[sub] = (parent, name);
        Changed("SuperOf", sub);
    }

    private void Release(AccountId sub)
    {
        state.Parents.Remove(sub);
        Changed("SuperOf", sub);
    }

    private void Changed(string item, AccountId? account = null)
    {
        story.Run.Governance.ChangedCells.Add(new(IdentityState.Pallet, item, account));
        if (account is { } one)
        {
            story.Run.Records.Identities.Set(one, story.Run.Height, state.Book(one));
        }
    }

    private void Emit(string name, params object?[] values) => story.Run.Emit(IdentityState.Pallet, name, values);

    private void Sign(AccountId who, string call, object?[] arguments, Action execute) =>
        story.Sign(who, IdentityState.Pallet, call, arguments, execute);
}
