// An independent reader of the public log and of credentials: golang.org/x/mod and Go's own crypto, nothing of ours.
//
//	check_log KEY FOLDER            every leaf, 50 inclusion and 50 consistency proofs of the log in FOLDER
//	check_log KEY FOLDER JWT DID    and the signature of a credential by the keys in did.json
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	return value
}

type folder struct{ home string }

func path(level string, n int64, width int) string {
	number := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		number = fmt.Sprintf("x%03d/%s", n%1000, number)
	}
	if width < 256 {
		number += fmt.Sprintf(".p/%d", width)
	}
	return "tile/" + level + "/" + number
}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range tiles {
		content, err := os.ReadFile(filepath.Join(f.home, path(fmt.Sprint(tile.L), tile.N, tile.W)))
		if err != nil {
			return nil, err
		}
		out = append(out, content[:tile.W*tlog.HashSize])
	}
	return out, nil
}
func (f folder) Height() int                         { return 8 }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func leaves(home string, size int64) []tlog.Hash {
	var found []tlog.Hash
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		bundle := must(os.ReadFile(filepath.Join(home, path("entries", n, int(width)))))
		for len(bundle) > 0 {
			length := int(bundle[0])<<8 | int(bundle[1])
			if 2+length > len(bundle) {
				must(0, fmt.Errorf("bundle %d is cut off", n))
			}
			found = append(found, tlog.RecordHash(bundle[2:2+length]))
			bundle = bundle[2+length:]
		}
	}
	return found
}

func checkJwt(jwt, did string) {
	var document struct {
		VerificationMethod []struct {
			Id           string
			PublicKeyJwk struct{ X, Y string }
		}
	}
	must(0, json.Unmarshal(must(os.ReadFile(did)), &document))
	parts := strings.Split(strings.TrimSpace(string(must(os.ReadFile(jwt)))), ".")
	decode := base64.RawURLEncoding.Strict().DecodeString
	var head struct{ Alg, Kid string }
	must(0, json.Unmarshal(must(decode(parts[0])), &head))
	signature, digest := must(decode(parts[2])), sha256.Sum256([]byte(parts[0]+"."+parts[1]))
	for _, method := range document.VerificationMethod {
		if method.Id == head.Kid && head.Alg == "ES256" {
			x, y := must(decode(method.PublicKeyJwk.X)), must(decode(method.PublicKeyJwk.Y))
			key := ecdsa.PublicKey{Curve: elliptic.P256(), X: new(big.Int).SetBytes(x), Y: new(big.Int).SetBytes(y)}
			if ecdsa.Verify(&key, digest[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
				fmt.Println("credential holds")
				return
			}
		}
	}
	must(0, fmt.Errorf("the credential is not signed by the body"))
}

func main() {
	verifier := must(note.NewVerifier(os.Args[1]))
	home := os.Args[2]
	signed := must(note.Open(must(os.ReadFile(filepath.Join(home, "checkpoint"))), note.VerifierList(verifier)))
	lines := strings.Split(signed.Text, "\n")
	var size int64
	must(fmt.Sscan(lines[1], &size))
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], must(base64.StdEncoding.DecodeString(lines[2])))
	reader := tlog.TileHashReader(tree, folder{home})
	for n, hash := range leaves(home, size) {
		stored := must(reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(n))}))
		if stored[0] != hash {
			must(0, fmt.Errorf("leaf %d is not the hash of its entry", n))
		}
	}
	for step := int64(0); step < 50 && size > 0; step++ {
		n := step * (size - 1) / 49
		leaf := must(reader.ReadHashes([]int64{tlog.StoredHashIndex(0, n)}))[0]
		proof := must(tlog.ProveRecord(size, n, reader))
		must(0, tlog.CheckRecord(proof, size, tree.Hash, n, leaf))
		old := must(tlog.TreeHash(n+1, reader))
		must(0, tlog.CheckTree(must(tlog.ProveTree(size, n+1, reader)), size, tree.Hash, n+1, old))
	}
	fmt.Printf("log of %d leaves holds\n", size)
	if len(os.Args) > 4 {
		checkJwt(os.Args[3], os.Args[4])
	}
}
