// An independent reader of a co-signed checkpoint: golang.org/x/mod's notes and Go's own crypto, nothing of ours.
//
//	check_witness LOGKEY CHECKPOINT NAME+KEY …    the log and every witness named have signed the checkpoint
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	return value
}

// C2SP tlog-cosignature: cosignature/v1
type witness struct {
	name string
	key  []byte
}

func (w witness) Name() string { return w.name }
func (w witness) KeyHash() uint32 {
	sum := sha256.Sum256(append([]byte(w.name+"\n\x04"), w.key...))
	return binary.BigEndian.Uint32(sum[:4])
}
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	told := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(w.key, []byte(told), signature[8:])
}

func main() {
	verifiers := []note.Verifier{must(note.NewVerifier(os.Args[1]))}
	for _, told := range os.Args[3:] {
		parts := strings.SplitN(told, "+", 3)
		key := must(base64.StdEncoding.DecodeString(parts[2]))
		verifiers = append(verifiers, witness{parts[0], key[1:]})
	}
	read := must(note.Open(must(os.ReadFile(os.Args[2])), note.VerifierList(verifiers...)))
	for _, signature := range read.Sigs {
		fmt.Println(signature.Name)
	}
}
